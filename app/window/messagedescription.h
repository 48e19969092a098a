// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QList>
#include <QString>

namespace wiretale {

class TrafficLog;

/// One fact about a message: what it is called and what it is, both translated.
struct MessageFact
{
    QString name;
    QString value;

    friend bool operator==(const MessageFact &, const MessageFact &) = default;
};

/// Who, when, how large, in the language of the moment; what it is and why is explain()'s. `number` is a
/// record of the log.
[[nodiscard]] QList<MessageFact> messageFacts(const TrafficLog &log, RecordNumber number);

} // namespace wiretale
