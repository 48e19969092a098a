// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/rulebook.h"
#include "tests/journal/dissectedlog.h"

#include <QList>
#include <QMetaType>
#include <QSet>

/// What two peers say to each other on one connection; a part begins with > (client) or < (server).
using Talk = QList<QByteArray>;
Q_DECLARE_METATYPE(Talk)

namespace wiretale::talk {

inline std::shared_ptr<TrafficLog> logOf(const Talk &talk)
{
    DissectedLog said;
    for (const QByteArray &part : talk) {
        if (part.startsWith('>'))
            said.ask(part.sliced(1));
        else
            said.answer(part.sliced(1));
    }
    said.close();
    return said.log();
}
inline QSet<QString> brokenIn(const Talk &talk)
{
    const std::shared_ptr<TrafficLog> log = logOf(talk);
    RuleBook book(log);
    QSet<QString> ids;
    for (RecordNumber number = 1; number <= log->journal().size(); ++number) {
        for (const Breach &breach : book.breaches(number))
            ids << QString::fromLatin1(breach.rule->id);
    }
    return ids;
}

inline QByteArray ask(const QByteArray &headers = {}, const QByteArray &line = "GET / HTTP/1.1",
                      const QByteArray &body = {})
{
    return '>' + line + "\r\nHost: a\r\n" + headers + "\r\n" + body;
}
inline QByteArray answer(const QByteArray &status = "204 No Content", const QByteArray &headers = {},
                         const QByteArray &body = {})
{
    return "<HTTP/1.1 " + status + "\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n" + headers + "\r\n" + body;
}
// A request and an answer with these in it.
inline Talk answered(const QByteArray &status, const QByteArray &headers = {}, const QByteArray &body = {})
{
    return {ask(), answer(status, headers, body)};
}
inline Talk asked(const QByteArray &headers, const QByteArray &line = "GET / HTTP/1.1",
                  const QByteArray &body = {})
{
    return {ask(headers, line, body), answer()};
}

} // namespace wiretale::talk
