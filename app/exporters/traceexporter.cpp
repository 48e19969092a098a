// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/traceexporter.h"

#include "app/exporters/exportchoice.h"
#include "app/exporters/exportfile.h"
#include "app/exporters/jsonwriter.h"
#include "app/exporters/recordrow.h"
#include "app/journal/trafficlog.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace wiretale {

namespace {

constexpr int MicrosecondPlaces = 3; // of a nanosecond count
constexpr qint64 NsPerSecond = 1'000'000'000;
constexpr qint64 Whole = 1; // the process of what belongs to no client
constexpr qint64 FirstClient = 2;

enum Thread
{
    ClientThread = 1,
    ServerThread = 2
};

/// Where an event stands.
struct Track
{
    qint64 process = Whole;
    int thread = ClientThread;
};

int threadAt(Direction direction, bool atSender)
{
    return (direction == Direction::ClientToServer) == atSender ? ClientThread : ServerThread;
}

class TraceWriter
{
public:
    TraceWriter(ExportFile &file, const TrafficLog &log)
        : m_json(file)
        , m_log(log)
        , m_journal(log.journal())
        , m_lastNs(m_journal.lastNs())
    {
    }

    void begin();
    void addMessage(RecordNumber number);
    void end();

private:
    void beginEvent(const char *phase, Track track, qint64 ns, const QString &name);
    void endEvent() { m_json.endObject(); }
    void addName(const char *what, Track track, const QString &name);
    void addClient(quint32 client, const QString &name);
    void addSlice(Track track, qint64 ns, const RecordRow &row, bool atSender);
    void addAsync(Track track, const char *category, quint32 id, const QString &name, qint64 fromNs,
                  qint64 toNs);
    void addExchange(Track track, const RecordRow &row);
    void addConnections();
    void addCounters();
    void addCount(qint64 ns, const char *counter, const char *series, qint64 count);
    [[nodiscard]] Track trackOf(ConnectionNumber connection, int thread);

    JsonWriter m_json;
    const TrafficLog &m_log;
    const Journal &m_journal;
    qint64 m_lastNs;
    std::set<quint32> m_clients; ///< that have been named
    std::set<ConnectionNumber> m_connections; ///< that something was written of
    std::vector<qint64> m_bytesOfSecond;
};

void TraceWriter::begin()
{
    m_json.beginObject();
    m_json.member("displayTimeUnit", "ms");
    m_json.key("otherData");
    m_json.beginObject();
    m_json.member("creator", "Wiretale " WIRETALE_VERSION);
    m_json.member("comment", "Times are those of Wiretale's clock, whatever its rate was.");
    m_json.endObject();
    m_json.key("traceEvents");
    m_json.beginArray();
    addName("process_name", {}, QStringLiteral("wire"));
}

void TraceWriter::beginEvent(const char *phase, Track track, qint64 ns, const QString &name)
{
    m_json.newline();
    m_json.beginObject();
    m_json.member("ph", phase);
    m_json.member("pid", track.process);
    m_json.member("tid", track.thread);
    m_json.key("ts");
    m_json.decimal(ns, MicrosecondPlaces);
    m_json.member("name", name);
}

void TraceWriter::addName(const char *what, Track track, const QString &name)
{
    beginEvent("M", track, 0, QString::fromLatin1(what));
    m_json.key("args");
    m_json.beginObject();
    m_json.member("name", name);
    m_json.endObject();
    endEvent();
}

void TraceWriter::addClient(quint32 client, const QString &name)
{
    const qint64 process = FirstClient + qint64(client);
    addName("process_name", {process, ClientThread}, name);
    addName("thread_name", {process, ClientThread}, QStringLiteral("client"));
    addName("thread_name", {process, ServerThread}, QStringLiteral("server"));
}

Track TraceWriter::trackOf(ConnectionNumber connection, int thread)
{
    // A connection whose client is not known has one of its own, behind all others that there can be.
    constexpr quint32 Unnamed = 1'000'000'000;
    const quint32 known = m_journal.connection(connection).client;
    const quint32 client = known == ConnectionSpan::NoClient ? Unnamed : known;
    if (m_clients.insert(client).second)
        addClient(client, m_journal.clientName(connection));
    return {FirstClient + qint64(client), thread};
}

void TraceWriter::addSlice(Track track, qint64 ns, const RecordRow &row, bool atSender)
{
    beginEvent("X", track, ns, row.summary);
    m_json.member("cat", kindName(row.kind));
    m_json.member("dur", 0);
    m_json.key("args");
    m_json.beginObject();
    m_json.member("record", row.number);
    m_json.member("connection", row.connection);
    m_json.member("technique", techniqueName(row.technique));
    m_json.member("wire_bytes", row.wireBytes);
    m_json.member("payload_bytes", row.payloadBytes);
    m_json.endObject();
    endEvent();
    if (!row.arrivedNs)
        return;
    beginEvent(atSender ? "s" : "f", track, ns, QStringLiteral("transit"));
    m_json.member("cat", "transit");
    m_json.member("id", row.number);
    if (!atSender)
        m_json.member("bp", "e");
    endEvent();
}

void TraceWriter::addAsync(Track track, const char *category, quint32 id, const QString &name, qint64 fromNs,
                           qint64 toNs)
{
    for (const bool begins : {true, false}) {
        beginEvent(begins ? "b" : "e", track, begins ? fromNs : std::max(fromNs, toNs), name);
        m_json.member("cat", category);
        m_json.member("id", id);
        endEvent();
    }
}

void TraceWriter::addExchange(Track track, const RecordRow &row)
{
    const std::optional<ExchangeSpan> span = m_journal.exchange(row.number);
    if (!span)
        return;
    const auto orNow = [&](qint64 ns) { return std::min(ns, m_lastNs); };
    addAsync(track, "exchange", row.number, row.summary, span->requestDepartedNs, orNow(span->finishedNs));
    if (row.arrivedNs) {
        addAsync(track, "exchange", row.number, QStringLiteral("held"), span->requestArrivedNs,
                 orNow(std::min(span->answeredNs, span->finishedNs)));
    }
}

void TraceWriter::addMessage(RecordNumber number)
{
    const RecordRow row = recordRow(m_log, number);
    m_connections.insert(row.connection);
    const Track sender = trackOf(row.connection, threadAt(row.from, true));
    const Track receiver = trackOf(row.connection, threadAt(row.from, false));
    addSlice(sender, row.departedNs, row, true);
    if (row.arrivedNs)
        addSlice(receiver, *row.arrivedNs, row, false);
    if (row.kind == MessageKind::Request)
        addExchange(sender, row);
    const auto second = size_t(row.departedNs / NsPerSecond);
    if (m_bytesOfSecond.size() <= second)
        m_bytesOfSecond.resize(second + 1);
    m_bytesOfSecond[second] += row.wireBytes;
}

void TraceWriter::addConnections()
{
    std::map<qint64, int> changes; // of the number of open connections
    for (const ConnectionNumber number : m_connections) {
        const ConnectionSpan span = m_journal.connection(number);
        const bool isOpen = span.closedNs == Record::NotArrived;
        addAsync(trackOf(number, ClientThread), "connection", number,
                 QStringLiteral("connection %1").arg(number), span.openedNs,
                 isOpen ? m_lastNs : span.closedNs);
        ++changes[span.openedNs];
        if (!isOpen)
            --changes[span.closedNs];
    }
    qint64 open = 0;
    for (const auto &[ns, change] : changes)
        addCount(ns, "open connections", "open", open += change);
}

void TraceWriter::addCounters()
{
    qint64 second = 0;
    for (const qint64 bytes : m_bytesOfSecond)
        addCount(second++ * NsPerSecond, "bytes per second", "bytes", bytes);
    if (second > 0)
        addCount(second * NsPerSecond, "bytes per second", "bytes", 0);
}

void TraceWriter::addCount(qint64 ns, const char *counter, const char *series, qint64 count)
{
    beginEvent("C", {}, ns, QString::fromLatin1(counter));
    m_json.key("args");
    m_json.beginObject();
    m_json.member(series, count);
    m_json.endObject();
    endEvent();
}

void TraceWriter::end()
{
    addConnections();
    addCounters();
    m_json.endArray();
    m_json.endObject();
    m_json.newline();
}

} // namespace

Result<void> writeTrace(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    const RecordNumber last = log.journal().size();
    ExportFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    TraceWriter trace(file, log);
    trace.begin();
    choice.records.visit(last, [&](RecordNumber number) {
        trace.addMessage(number);
        return !file.failed();
    });
    trace.end();
    return file.commit();
}

} // namespace wiretale
