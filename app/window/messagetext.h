// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace wiretale {

/// Bytes for people: as text where they are text (UTF-8 without control characters but tabs and line breaks),
/// else as a dump of 16 bytes a line, offset, hexadecimal and ASCII.
[[nodiscard]] QString bytesForPeople(const QByteArray &bytes);

/// 16 bytes a line: offset, hexadecimal digits and ASCII.
[[nodiscard]] QString hexDump(const QByteArray &bytes);

/// What a WebSocket frame carries, unmasked (RFC 6455, 5.2 and 5.3); empty when `frame` is not a whole frame.
[[nodiscard]] QByteArray frameData(const QByteArray &frame);

} // namespace wiretale
