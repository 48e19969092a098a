// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace wiretale {

struct MessageBody;

/// A body laid out for people: JSON by its structure, text in its charset, an event stream event by event,
/// all else as a dump in hexadecimal digits.
struct BodyText
{
    QString kind; ///< what it is, translated: "JSON, 34 bytes"
    QString text;

    friend bool operator==(const BodyText &, const BodyText &) = default;
};

[[nodiscard]] BodyText bodyText(const MessageBody &body);

/// JSON with a line for each member, members in the order in which they came and numbers as they stood
/// there; nothing when it is no JSON (RFC 8259).
[[nodiscard]] std::optional<QString> laidOutJson(QByteArrayView json);

} // namespace wiretale
