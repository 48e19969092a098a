// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

#include <QByteArray>

#include <chrono>

class QJsonObject;

namespace wiretale {

/// Something that happened at the server and that clients want to hear of.
///
/// `data` is UTF-8 text; its bytes are the payload that statistics count, whatever a technique wraps around
/// them. In JSON an event is `{"id":7,"type":"price","data":"101.5"}`, the same for every technique.
struct Event
{
    qint64 id = 0; ///< 1 and up, in the order of publishing; 0: not published yet
    QByteArray type = "message";
    QByteArray data;
    std::chrono::nanoseconds published {0}; ///< clock time; never on the wire

    friend bool operator==(const Event &, const Event &) = default;
};

[[nodiscard]] QJsonObject toJson(const Event &event);

/// One event as compact JSON text, its members in the order id, type, data.
[[nodiscard]] QByteArray toJsonText(const Event &event);

/// Reads `{"type":…,"data":…}` as a client sends it, `id` being optional. `type` may be missing ("message").
/// Answers an Error that names what is wrong: not JSON, not an object, `data` missing or not a string, `type`
/// empty or with a line break (it could not be written into an event stream).
[[nodiscard]] Result<Event> eventFromJson(const QByteArray &text);

} // namespace wiretale
