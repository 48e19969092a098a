// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace wiretale {

struct HeadField
{
    QByteArray name; ///< as it stood
    QByteArray value; ///< without the white space around it; folded lines joined by a space
};

/// Start line and header fields of an HTTP/1.1 message (RFC 9112, 2 to 5), read leniently: what stands on the
/// wire is shown, not judged.
struct MessageHead
{
    /// Method, target, version; or version, status, reason. Empty for what is missing.
    std::array<QByteArray, 3> start;
    std::vector<HeadField> fields;
    qsizetype size = 0; ///< bytes, with the empty line that ends it

    /// The value of the first field of that name, in any case; nothing when there is none.
    [[nodiscard]] std::optional<QByteArray> field(QByteArrayView name) const;
    /// True when the last transfer coding is chunked.
    [[nodiscard]] bool isChunked() const;
};

/// Nothing when the bytes do not hold a whole head.
[[nodiscard]] std::optional<MessageHead> readMessageHead(QByteArrayView bytes);

/// Bytes of a header as text: UTF-8 where they are that, else Latin-1.
[[nodiscard]] QString headerText(const QByteArray &bytes);

} // namespace wiretale
