// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/sequencescript.h"

#include "app/exporters/exportchoice.h"
#include "app/exporters/recordrow.h"
#include "app/journal/trafficlog.h"
#include "common/quantities.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

constexpr qsizetype LongestText = 160;
// Shorter than this, people do not call it waiting.
constexpr qint64 ShortestHeldNs = 100'000'000;

SequenceStep::Kind stepKind(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Response:
        return SequenceStep::Kind::Answer;
    case MessageKind::Chunk:
    case MessageKind::Event:
    case MessageKind::Heartbeat:
    case MessageKind::Frame:
        return SequenceStep::Kind::Push;
    case MessageKind::Open:
    case MessageKind::Close:
        return SequenceStep::Kind::Signal;
    case MessageKind::Fault:
        return SequenceStep::Kind::Note;
    case MessageKind::Request:
    case MessageKind::Opaque:
        break;
    }
    return SequenceStep::Kind::Request;
}

QString textOf(const RecordRow &row)
{
    QString text = QStringLiteral("#%1 %2 s %3")
                       .arg(row.number)
                       .arg(QString::number(double(row.departedNs) / 1e9, 'f', 3), row.summary.simplified());
    if (text.size() > LongestText)
        text = text.first(LongestText - 1) + QStringLiteral("…");
    if (row.heldNs.value_or(0) >= ShortestHeldNs) {
        //: after an answer; %1: how long its request waited at the server, such as "10 s"
        text += QStringLiteral(", ")
            + QCoreApplication::translate("wiretale::Exporter", "held %1").arg(durationText(*row.heldNs));
    }
    return text;
}

} // namespace

SequenceScript::SequenceScript(const TrafficLog &log, const ExportChoice &choice)
    : m_log(log)
    , m_choice(choice)
    , m_last(log.journal().size())
{
    const Journal &journal = log.journal();
    std::map<QString, quint32> indices; // of m_clients
    choice.records.visit(m_last, [&](RecordNumber number) {
        const auto [client, isNew] = m_clientOf.try_emplace(journal.at(number).connection, 0);
        if (!isNew)
            return true;
        const QString name = journal.clientName(client->first);
        const auto [place, isNewName] = indices.try_emplace(name, quint32(m_clients.size()));
        if (isNewName)
            m_clients.push_back(name);
        client->second = place->second;
        return true;
    });
}

void SequenceScript::visit(const std::function<bool(const SequenceStep &)> &visit) const
{
    Holds holds;
    m_choice.records.visit(m_last, [&](RecordNumber number) { return visit(stepOf(number, holds)); });
}

SequenceStep SequenceScript::stepOf(RecordNumber number, Holds &holds) const
{
    const RecordRow row = recordRow(m_log, number);
    SequenceStep step;
    step.kind = stepKind(row.kind);
    step.client = m_clientOf.at(row.connection);
    step.fromClient = row.from == Direction::ClientToServer;
    step.isLost = m_log.journal().at(number).has(RecordFlag::Cut);
    step.text = textOf(row);
    step.holdsEnded = holdsEndedBy(row, holds);
    if (row.kind == MessageKind::Request && row.arrivedNs) {
        step.beginsHold = true;
        holds.emplace(number, row.connection);
    }
    return step;
}

int SequenceScript::holdsEndedBy(const RecordRow &row, Holds &holds) const
{
    if (row.kind == MessageKind::Close)
        return int(std::erase_if(holds, [&](const auto &hold) { return hold.second == row.connection; }));
    if (row.from == Direction::ClientToServer || isInterim(m_log.journal().at(row.number)))
        return 0;
    return int(holds.erase(row.exchange.value_or(0)));
}

QString sequenceClient(quint32 client)
{
    return QStringLiteral("C%1").arg(client + 1);
}

QString sequenceText(const QString &text, QStringView plain, QString (*numbered)(char16_t))
{
    QString result;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate() || plain.contains(c) || c.unicode() > 0xff)
            result += c;
        else
            result += numbered(c.unicode());
    }
    return result;
}

QString sequenceTitle()
{
    return QCoreApplication::translate("wiretale::Exporter", "Traffic recorded by Wiretale");
}

QString sequenceServerName()
{
    return QCoreApplication::translate("wiretale::Exporter", "server");
}

} // namespace wiretale
