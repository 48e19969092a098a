// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/summarycode.h"

#include "app/wire/connectiondissector.h"
#include "app/wire/httphead.h"

#include <array>

namespace wiretale {

namespace {

quint16 methodIn(const QString &summary)
{
    const auto head = requestHeadFrom(summary.toUtf8() + " HTTP/1.1\r\n\r\n");
    return quint16(head ? head->method : HttpMethod::Unknown);
}

quint16 faultIn(const QString &summary)
{
    Record fault;
    fault.kind = MessageKind::Fault;
    for (quint16 code = 0; code <= quint16(FaultKind::Missing); ++code) {
        fault.code = code;
        if (summaryOf(fault, {}, {}) == summary)
            return code;
    }
    return 0;
}

quint16 opcodeIn(const QString &summary)
{
    using enum FrameOpcode;
    struct Word
    {
        QLatin1StringView word;
        FrameOpcode opcode;
    };
    static constexpr std::array<Word, 6> Words {{{QLatin1StringView("text"), Text},
                                                 {QLatin1StringView("binary"), Binary},
                                                 {QLatin1StringView("ping"), Ping},
                                                 {QLatin1StringView("pong"), Pong},
                                                 {QLatin1StringView("close"), Close},
                                                 {QLatin1StringView("continuation"), Continuation}}};
    for (const Word &each : Words) {
        if (summary.startsWith(each.word))
            return quint16(each.opcode);
    }
    return summary.section(u' ', -1).toUShort(); // "frame with opcode 3"
}

} // namespace

void applySummary(Record &record, const QString &summary)
{
    switch (record.kind) {
    case MessageKind::Request:
        record.code = methodIn(summary);
        break;
    case MessageKind::Response:
        record.code = summary.left(3).toUShort();
        if (record.technique != Technique::EventStream && record.code >= 200)
            record.flags |= RecordFlag::Final;
        break;
    case MessageKind::Frame:
        record.code = opcodeIn(summary);
        break;
    case MessageKind::Fault:
        record.code = faultIn(summary);
        break;
    case MessageKind::Close:
        record.code = summary == u"connection reset" ? 1 : 0;
        break;
    case MessageKind::Chunk:
        if (summary.startsWith(u"last chunk"))
            record.flags |= RecordFlag::Final;
        break;
    default:
        break;
    }
    if (summary.endsWith(u"gap"))
        record.flags |= RecordFlag::Gap;
}

} // namespace wiretale
