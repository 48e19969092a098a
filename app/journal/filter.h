// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace wiretale {

class TrafficLog;
struct FilterNode;
class MessageReader;

/// What is wrong with a line, and where in it (characters from 0); one translated sentence.
struct FilterError
{
    qsizetype position = 0;
    qsizetype length = 0;
    QString sentence;

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

/// Words that would do at the cursor: each may replace `length` characters from `begin`.
struct FilterCompletions
{
    qsizetype begin = 0;
    qsizetype length = 0;
    QStringList words;
};

/// Chooses messages by a line such as `technique:long-polling kind:response bytes>500 not text:"price"`.
///
/// A line is conditions and words, joined by `and` (or by nothing), `or` and `not`, with brackets. A word is
/// looked for in what a row shows: client, technique, kind and summary; a flag's name (`empty`, `masked`)
/// stands for the flag. Sizes may have a unit (`2kB`, `1MiB`), times as well (`20ms`, `1.5s`; seconds without
/// one). What a message does not have fulfils no comparison: `status!=200` chooses responses only, `not
/// status:200` all else too. Upper and lower case are the same throughout.
///
/// A value: copies share what was compiled, and any thread may use them.
class Filter
{
public:
    /// Chooses every message, as an empty line does.
    Filter();

    /// Always answers; the FilterError tells of the first thing that is wrong.
    [[nodiscard]] static std::variant<Filter, FilterError> parse(QStringView line);

    [[nodiscard]] bool isEmpty() const noexcept { return m_root == nullptr; }
    /// `nowNs`: clock time to which what is not over yet (a request held, a message in flight) has lasted;
    /// the log's last moment unless given.
    [[nodiscard]] bool matches(const TrafficLog &log, RecordNumber number,
                               std::optional<qint64> nowNs = std::nullopt) const;

    struct Verdict
    {
        bool matches = false;
        bool isFinal = true; ///< false while something that is to come can change it
        qint64 cost = 0; ///< what it took: 1 for a look at the record, more where bytes were read
    };
    /// A `reader` of the same log remembers from call to call what was unpacked of compressed streams.
    [[nodiscard]] Verdict judge(const TrafficLog &log, RecordNumber number, qint64 nowNs,
                                MessageReader *reader = nullptr) const;

    /// Whether the bytes of messages are ever read for it. What needs none is judged first.
    [[nodiscard]] bool needsBytes() const noexcept;
    /// The line in its plainest form: what parse() makes the same filter of. Empty for one that is empty.
    [[nodiscard]] QString toString() const { return m_line; }

    /// What may stand at the cursor (characters before it), best first; `clients` are the names to offer.
    [[nodiscard]] static FilterCompletions completions(QStringView line, qsizetype cursor,
                                                       const QStringList &clients = {});

    friend bool operator==(const Filter &a, const Filter &b) { return a.m_line == b.m_line; }

private:
    explicit Filter(FilterNode root);

    std::shared_ptr<const FilterNode> m_root;
    QString m_line;
};

} // namespace wiretale
