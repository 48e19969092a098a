// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace wiretale {

struct FilterCondition;

/// The bytes of one message, to be searched: as on the wire, but a WebSocket frame's payload unmasked
/// (RFC 6455, 5.3).
class MessageText
{
public:
    MessageText(const Record &record, QByteArray bytes);
    /// Of bytes that are to be searched as they are.
    explicit MessageText(QByteArray bytes);

    /// Whether the condition's text is in it, read as UTF-8, upper and lower case the same.
    [[nodiscard]] bool contains(const FilterCondition &condition);

private:
    QByteArray m_bytes;
    std::optional<QByteArray> m_lowerAscii;
    std::optional<QString> m_text;
};

} // namespace wiretale
