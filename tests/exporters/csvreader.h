// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace wiretale {

/// The rows of a text by the grammar of RFC 4180, 2; nothing when it breaks the grammar (a line not ended by
/// CRLF, a quotation mark inside a cell that is not quoted).
[[nodiscard]] QList<QByteArrayList> readCsv(const QByteArray &text);

} // namespace wiretale
