// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/syntheticconnection.h"

#include <QTest>

using namespace wiretale;
using enum Direction;

class TestSyntheticConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segments_data();
    void segments();
};

namespace {

/// Plays steps such as "open +1 c:5 +2 s:7 cFIN sRST": an opening, the arrival of record 1, five bytes from
/// the client, ... "-2": record 2 is lost. Answers the segments with numbers relative to the first of each
/// side.
QByteArray played(const QByteArray &script)
{
    SyntheticConnection connection(77);
    std::vector<Record> records;
    std::vector<Segment> out;
    const QByteArray zeros(300'000, '\0');
    for (const QByteArray &step : script.split(' ')) {
        const RecordNumber named = step.mid(1).toUInt();
        if (step.startsWith('+')) {
            connection.arrive(named, records.at(named - 1), out);
            continue;
        }
        if (step.startsWith('-')) {
            connection.lose(named, records.at(named - 1));
            continue;
        }
        Record record;
        record.direction = step.startsWith('s') ? ServerToClient : ClientToServer;
        record.kind = step == "open" ? MessageKind::Open
            : step.contains(':')     ? MessageKind::Opaque
                                     : MessageKind::Close;
        record.code = step.endsWith("RST") ? 1 : 0;
        records.push_back(record);
        connection.depart(RecordNumber(records.size()), record, zeros.first(step.mid(2).toLongLong()), out);
    }
    const quint32 initial = out.empty() ? 0 : out.front().sequence;
    QByteArrayList lines;
    for (const Segment &segment : out) {
        const bool fromClient = segment.direction == ClientToServer;
        QByteArray line = fromClient ? "c" : "s";
        for (const auto &[flag, letter] : {std::pair(TcpFlag::Syn, 'S'), std::pair(TcpFlag::Fin, 'F'),
                                           std::pair(TcpFlag::Rst, 'R'), std::pair(TcpFlag::Psh, 'P')})
            line += hasFlag(segment.flags, flag) ? QByteArray(1, letter) : QByteArray();
        line += QByteArray::number(segment.sequence - (fromClient ? initial : ~initial));
        if (hasFlag(segment.flags, TcpFlag::Ack))
            line += '/' + QByteArray::number(segment.acknowledgement - (fromClient ? ~initial : initial));
        if (!segment.payload.isEmpty())
            line += '+' + QByteArray::number(segment.payload.size());
        lines.append(line);
    }
    return lines.join(' ') + (connection.isOver() ? " over" : "");
}

} // namespace

void TestSyntheticConnection::segments_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *script, const char *expected) {
        QTest::newRow(name) << QByteArray(script) << QByteArray(expected);
    };
    row("opening", "open +1", "cS0 sS0/1 c1/1");
    row("question and answer", "open +1 c:5 +2 s:7 +3", "cS0 sS0/1 c1/1 cP1/1+5 s1/6 sP1/6+7 c6/8");
    row("client speaks before its opening has arrived", "open c:5 +1 +2", "cS0 sS0/1 c1/1 cP1/1+5 s1/6");
    row("messages cross", "open +1 c:5 s:7 +2 +3", "cS0 sS0/1 c1/1 cP1/1+5 sP1/1+7 s8/6 c6/8");
    row("longer than a packet", "open +1 s:65496 +2", "cS0 sS0/1 c1/1 s1/1+65495 sP65496/1+1 c1/65497");
    row("both sides close", "open +1 cFIN +2 sFIN +3", "cS0 sS0/1 c1/1 cF1/1 s1/2 sF1/2 c2/2 over");
    row("both close at once", "open +1 cFIN sFIN +2 +3", "cS0 sS0/1 c1/1 cF1/1 sF1/1 s2/2 c2/2 over");
    row("the same side closes twice", "open +1 cFIN cFIN +2", "cS0 sS0/1 c1/1 cF1/1 s1/2");
    row("refused", "open +1 sRST", "cS0 sS0/1 c1/1 sR1/1");
    row("refused before it arrived", "open -1 sRST", "cS0 sR0/1");
    row("given up before it arrived", "open cRST -1", "cS0 cR1");
    row("whoever has reset acknowledges nothing", "open +1 s:7 cRST +2 +3",
        "cS0 sS0/1 c1/1 sP1/1+7 cR1/1 over");
    row("whoever was reset closes nothing", "open +1 cRST +2 sFIN", "cS0 sS0/1 c1/1 cR1/1 over");
    row("both are reset", "open +1 cRST sRST +2 +3", "cS0 sS0/1 c1/1 cR1/1 sR1/1 over");
    row("what was lost is not acknowledged", "open +1 s:7 -2 c:1 +3", "cS0 sS0/1 c1/1 sP1/1+7 cP1/1+1 s8/2");
    row("nothing is told twice of an arrival", "open +1 c:1 +2 +2", "cS0 sS0/1 c1/1 cP1/1+1 s1/2");
}

void TestSyntheticConnection::segments()
{
    QFETCH(QByteArray, script);
    QTEST(played(script), "expected");
}

QTEST_GUILESS_MAIN(TestSyntheticConnection)
#include "tst_syntheticconnection.moc"
