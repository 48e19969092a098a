// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace wiretale {

/// Finds the events in an event stream as a browser would dispatch them (WHATWG HTML, 9.2.6), fed in any
/// pieces. Only what an archive shows of them is kept; comments and reconnection times are passed over.
class EventStreamReader
{
public:
    struct Event
    {
        QByteArray type; ///< "message" when the stream named none
        QByteArray data;
        QByteArray id; ///< the stream's last id at that moment
    };

    explicit EventStreamReader(std::function<void(const Event &)> onEvent);

    void feed(QByteArrayView bytes);

private:
    void takeLine();
    void dispatch();

    std::function<void(const Event &)> m_onEvent;
    QByteArray m_line;
    Event m_event;
    QByteArray m_newId;
    bool m_atStart = true;
    bool m_afterCarriageReturn = false;
};

} // namespace wiretale
