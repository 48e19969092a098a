// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/client.h"
#include "client/eventstreamparser.h"

#include <memory>

namespace wiretale {

/// Reads an event stream as a browser's EventSource does (WHATWG HTML, 9.2): one answer that does not end.
/// When it ends all the same, asks again after the time that the stream asked for, with Last-Event-ID. 204,
/// another status than 200 or another type than text/event-stream end it for good. It talks back by POST.
class EventSourceClient : public Client
{
    Q_OBJECT

public:
    EventSourceClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent = nullptr);

    /// The wait before reconnecting until the stream asks for another; 3 s, as Chromium's.
    static constexpr std::chrono::milliseconds DefaultRetry {3000};

protected:
    void work() override;
    void rest() override;
    [[nodiscard]] std::optional<Upcoming> planned() const override;

private:
    void subscribe();
    void onMetaData();
    void onReadyRead();
    void onFinished();
    void onEvent(const StreamedEvent &event);
    void failForGood(const QString &sentence);

    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<EventStreamParser> m_parser;
    PacedTimer m_retryTimer;
    std::chrono::milliseconds m_retry = DefaultRetry;
};

} // namespace wiretale
