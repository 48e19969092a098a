// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

class QJsonObject;

namespace wiretale {

/// The events found in a piece of content: what statistics count as its payload.
struct EventContent
{
    std::vector<qint64> ids;
    quint32 payloadBytes = 0; ///< UTF-8 bytes of the events' data
    bool hasGap = false; ///< tells that events are gone
    bool isEvents = false; ///< it was understood, even if it holds none

    void take(const QJsonObject &object);
    /// A JSON object or an array of them, as the server's events are written.
    void takeJson(const QByteArray &text);

private:
    bool takePlainEvent(QByteArrayView text);
};

} // namespace wiretale
