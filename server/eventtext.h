// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/event.h"
#include "server/eventlog.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace wiretale {

/// Events after a cursor, and the gap before them if there is one: what any technique sends next.
struct Batch
{
    std::optional<Gap> gap;
    QList<Event> events;

    [[nodiscard]] bool isEmpty() const noexcept { return !gap && events.isEmpty(); }
};

/// At most `limit` events after `id`.
[[nodiscard]] Batch batchAfter(const EventLog &log, qint64 id, qsizetype limit);

/// `{"type":"gap","from":4,"to":9}`
[[nodiscard]] QByteArray toJsonText(const Gap &gap);
/// One JSON array; a gap is its first element.
[[nodiscard]] QByteArray toJsonArray(const Batch &batch);
/// One JSON object a line, each line ended by LF.
[[nodiscard]] QByteArray toJsonLines(const Batch &batch);

/// One server-sent event with its blank line (HTML 9.2.6). The type "message" is the default and left out.
[[nodiscard]] QByteArray toStreamBlock(const Event &event);
/// The same for a gap, which has no id: the client's last one stays as it is.
[[nodiscard]] QByteArray toStreamBlock(const Gap &gap);

/// `{"error":"…"}`
[[nodiscard]] QByteArray errorJson(const QString &sentence);

} // namespace wiretale
