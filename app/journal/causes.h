// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

namespace wiretale {

class Journal;

// What led to a message, and what it led to. All answer 0 where there is nothing, or nothing within a bounded
// number of records around: they are asked while somebody moves through a diagram.

/// An answer, or a part of one, has its request; a request has the answer before it that the same client got;
/// a client's closing or opening has what was on its lane before.
[[nodiscard]] RecordNumber causeOf(const Journal &journal, RecordNumber number);
/// A request has the first part of its answer, that has the next part, and the last part the client's next
/// request.
[[nodiscard]] RecordNumber consequenceOf(const Journal &journal, RecordNumber number);
/// The next, or the previous, message of the same client.
[[nodiscard]] RecordNumber nextOfClient(const Journal &journal, RecordNumber number);
[[nodiscard]] RecordNumber previousOfClient(const Journal &journal, RecordNumber number);
/// The next empty answer of anybody, behind `number`.
[[nodiscard]] RecordNumber nextEmptyAnswer(const Journal &journal, RecordNumber number);

} // namespace wiretale
