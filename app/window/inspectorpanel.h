// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/messagereader.h"

#include <QAction>
#include <QTabWidget>

namespace wiretale {

class InspectorBody;
class InspectorBytes;
class InspectorHeaders;
class InspectorTiming;
class MessageDetails;

/// All there is to know about the selected message, on tabs: what it is in words, headers, body, every byte,
/// timing. Only what is seen is kept up to date. Hands out the actions that copy the message.
class InspectorPanel : public QTabWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);
    ~InspectorPanel() override;

    void setLog(const std::shared_ptr<const TrafficLog> &log);
    /// 0: none.
    void showMessage(RecordNumber number);
    /// Looks again at what may have changed since: its arrival, its answer.
    void refresh();
    /// The moment of the clock at which things are shown as they were; nothing: now.
    void setMoment(std::optional<qint64> ns);

    [[nodiscard]] RecordNumber number() const noexcept { return m_number; }
    /// Whose message is shown; empty: nobody's.
    [[nodiscard]] QString clientName() const;
    [[nodiscard]] QList<QAction *> copyActions();

    [[nodiscard]] InspectorBytes &bytes() noexcept { return *m_bytes; }
    [[nodiscard]] InspectorHeaders &headers() noexcept { return *m_headers; }
    [[nodiscard]] InspectorBody &body() noexcept { return *m_body; }
    [[nodiscard]] InspectorTiming &timing() noexcept { return *m_timing; }

Q_SIGNALS:
    /// The user wants to see another message.
    void messageWanted(wiretale::RecordNumber number);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTab();
    void copyAsCurl();
    void copyAsText();
    void copyAsHex();
    void retranslate();

    MessageReader m_reader;
    RecordNumber m_number = 0;
    std::optional<qint64> m_momentNs;
    quint64 m_seenRevision = 0;
    QAction m_copyCurl;
    QAction m_copyText;
    QAction m_copyHex;
    MessageDetails *m_details;
    InspectorHeaders *m_headers;
    InspectorBody *m_body;
    InspectorBytes *m_bytes;
    InspectorTiming *m_timing;
};

} // namespace wiretale
