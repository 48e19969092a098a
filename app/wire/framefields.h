// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/field.h"

#include <QByteArray>

namespace wiretale {

/// A WebSocket frame (RFC 6455, 5.2), or as much of one as a message holds.
struct FrameFields
{
    std::vector<Field> fields;
    QByteArray payload; ///< unmasked
    qint64 payloadBegin = 0;
    quint64 payloadLength = 0; ///< as the frame says; a long one goes on in further messages
    QByteArray mask; ///< four bytes; empty when it is not masked
    quint8 opcode = 0;
    bool isFin = false;
};

[[nodiscard]] FrameFields frameFields(QByteArrayView bytes);

/// `bytes` combined with the masking key by XOR; `offset`: where in the payload they begin (RFC 6455, 5.3).
[[nodiscard]] QByteArray unmasked(QByteArrayView bytes, QByteArrayView mask, qint64 offset = 0);

} // namespace wiretale
