// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace wiretale::bench {

/// Records so many messages to a capture at `path`: polls of twenty clients, each of which learns of every
/// event, a hundred messages to a connection. Of all traffic this takes the most memory: half of it opens an
/// exchange, and half carries an event.
[[nodiscard]] bool recordPolls(const QString &path, int messages);

} // namespace wiretale::bench
