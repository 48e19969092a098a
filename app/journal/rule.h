// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>

namespace wiretale {

struct RuleSubject;

/// A stretch of a message's bytes.
struct ByteRange
{
    qint64 begin = 0;
    qint64 length = 0;

    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

/// One thing that HTTP (RFC 9110 and 9112), event streams (WHATWG HTML, 9.2) or WebSocket (RFC 6455) demand
/// of a message.
struct Rule
{
    enum class Weight : quint8
    {
        Must,
        Should ///< may be broken for a good reason; also what is allowed but does nothing
    };
    /// What a rule speaks of; it is asked about nothing else.
    enum class Scope : quint8
    {
        Head, ///< of requests and answers
        Request,
        Response,
        Chunks,
        Stream, ///< the blocks of an event stream
        Frame,
        Stray ///< what a server sends behind an answer, and that begins no other
    };
    /// Where the rule is broken; nothing where it is kept.
    using Judge = std::optional<ByteRange> (*)(const RuleSubject &);

    const char *id;
    const char *clause; ///< "RFC 9110, 8.6"
    const char *words; ///< English: "no Content-Length in a 204"; for people, ruleText()
    Scope scope;
    Weight weight;
    Judge judge;
};

/// All of them, in the order in which people are told.
[[nodiscard]] std::span<const Rule> rules() noexcept;
/// "RFC 9110, 8.6: no Content-Length in a 204", translated.
[[nodiscard]] QString ruleText(const Rule &rule);

/// A rule that a message breaks, and where.
struct Breach
{
    const Rule *rule = nullptr;
    ByteRange where;
};

} // namespace wiretale
