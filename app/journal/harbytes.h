// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>
#include <QString>

class QJsonObject;

namespace wiretale::har {

// The bytes that messages most likely had, put together from what an archive (HAR 1.2) tells of them.

/// Without line ends.
[[nodiscard]] QByteArray oneLine(const QString &text);
/// The first header of this name, in any case; empty when there is none.
[[nodiscard]] QString headerOf(const QJsonObject &message, QLatin1StringView wanted);
/// All headers with the empty line behind them; `isStreamed`: the body follows in pieces.
[[nodiscard]] QByteArray headersOf(const QJsonObject &message, const QByteArray &body, bool isStreamed);
/// Of a `content` or `postData`.
[[nodiscard]] QByteArray bodyOf(const QJsonObject &content, const char *encodingKey);
[[nodiscard]] QByteArray requestBytes(const QJsonObject &request);
/// RFC 6455, 5.2; an empty mask is none.
[[nodiscard]] QByteArray frameBytes(FrameOpcode opcode, const QByteArray &data, const QByteArray &mask);

} // namespace wiretale::har
