// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <vector>

namespace wiretale {

class Journal;

/// Which records of a journal belong to which exchange, so that each can be read by itself. Holds twelve
/// bytes a record.
class ExchangeIndex
{
public:
    /// Of the records up to `last`.
    ExchangeIndex(const Journal &journal, RecordNumber last);

    /// In the order of departure.
    [[nodiscard]] const std::vector<RecordNumber> &requests() const noexcept { return m_requests; }
    /// The record that follows in the same exchange; 0 after the last. The request is the first.
    [[nodiscard]] RecordNumber next(RecordNumber number) const { return m_next[number]; }
    /// 0 when the connection's opening was not recorded.
    [[nodiscard]] RecordNumber openingOf(ConnectionNumber connection) const;
    [[nodiscard]] RecordNumber firstRequestOf(ConnectionNumber connection) const;

private:
    std::vector<RecordNumber> m_requests;
    std::vector<RecordNumber> m_next; ///< index: record number
    std::vector<RecordNumber> m_openings; ///< index: connection number
    std::vector<RecordNumber> m_firstRequests;
};

} // namespace wiretale
