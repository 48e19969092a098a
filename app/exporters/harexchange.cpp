// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/harexchange.h"

#include "app/exporters/chunkeddecoder.h"
#include "app/exporters/exchangeindex.h"
#include "app/journal/decompressor.h"
#include "app/journal/trafficlog.h"

#include <algorithm>

namespace wiretale {

namespace {

// What is longer is most likely meant to do harm.
constexpr qsizetype MostUnpacked = qsizetype(16) * 1024 * 1024;

/// A field's value in lower case, without parameters; empty when there is none.
QByteArray lowerField(const HarMessage &message, QByteArrayView name)
{
    const QByteArray value = message.head ? message.head->field(name).value_or(QByteArray()) : QByteArray();
    const qsizetype semicolon = value.indexOf(';');
    return value.first(semicolon < 0 ? value.size() : semicolon).trimmed().toLower();
}

/// Reads the records of one exchange, one after the other.
class ExchangeReader
{
public:
    ExchangeReader(const TrafficLog &log, RecordNumber request, qint64 nowNs)
        : m_log(log)
        , m_nowNs(nowNs)
    {
        m_exchange.number = request;
        m_exchange.record = log.journal().at(request);
        m_exchange.technique = m_exchange.record.technique;
        m_closedNs = log.journal().connection(m_exchange.record.connection).closedNs;
    }

    void take(RecordNumber number);
    [[nodiscard]] HarExchange finish(const ExchangeIndex &index);

private:
    void takeRequest(RecordNumber number, const Record &record);
    void takeAnswer(RecordNumber number, const Record &record);
    void separate(HarMessage &message, QByteArray &bytes);
    void unpack(HarMessage &message, bool isWhole);
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool isClosed() const noexcept { return m_closedNs != Record::NotArrived; }
    [[nodiscard]] qint64 closedNs() const;
    void explain();
    void explainEvents();
    void setTimeline(const ExchangeIndex &index);

    const TrafficLog &m_log;
    HarExchange m_exchange;
    QByteArray m_requestBytes;
    QByteArray m_responseBytes;
    qint64 m_nowNs;
    qint64 m_closedNs;
    qint64 m_deliveredNs = 0;
    qint64 m_answeredNs = Record::NotArrived;
    qint64 m_lastArrivalNs = 0;
    bool m_framingComplete = false;
    bool m_sawFinal = false;
    bool m_answerUnderWay = false;
    bool m_answerCut = false;
};

void ExchangeReader::take(RecordNumber number)
{
    const Record record = m_log.journal().at(number);
    if (record.technique != Technique::Http && m_exchange.technique == Technique::Http)
        m_exchange.technique = record.technique;
    if (record.kind == MessageKind::Frame || (m_exchange.isWebSocket && m_exchange.status == 101)) {
        if (record.direction == Direction::ServerToClient && record.arrivedNs != Record::NotArrived)
            m_lastArrivalNs = std::max(m_lastArrivalNs, record.arrivedNs);
    } else if (record.direction == Direction::ClientToServer) {
        takeRequest(number, record);
    } else if (!isInterim(record)) {
        takeAnswer(number, record);
    }
}

void ExchangeReader::takeRequest(RecordNumber number, const Record &record)
{
    m_requestBytes += m_log.bytes(number);
    m_exchange.request.wireBytes += record.wireBytes;
    m_deliveredNs = std::max(m_deliveredNs, record.arrivedNs);
}

void ExchangeReader::takeAnswer(RecordNumber number, const Record &record)
{
    if (record.arrivedNs == Record::NotArrived) {
        m_answerCut = m_answerCut || record.has(RecordFlag::Cut);
        m_answerUnderWay = m_answerUnderWay || !record.has(RecordFlag::Cut);
        return;
    }
    if (record.kind == MessageKind::Response) {
        m_exchange.status = record.code;
        m_exchange.isWebSocket = record.code == 101;
    }
    m_responseBytes += m_log.bytes(number);
    m_exchange.response.wireBytes += record.wireBytes;
    m_answeredNs = std::min(m_answeredNs, record.arrivedNs);
    m_lastArrivalNs = std::max(m_lastArrivalNs, record.arrivedNs);
    m_sawFinal = m_sawFinal || record.has(RecordFlag::Final);
}

void ExchangeReader::separate(HarMessage &message, QByteArray &bytes)
{
    message.head = readMessageHead(bytes);
    message.body = message.head ? bytes.sliced(message.head->size) : bytes;
    bytes.clear();
    if (!message.head || !message.head->isChunked()) {
        message.content = message.body;
        return;
    }
    ChunkedDecoder decoder;
    message.content = decoder.feed(message.body);
    m_framingComplete = decoder.isComplete();
}

void ExchangeReader::unpack(HarMessage &message, bool isWhole)
{
    const QByteArray coding = lowerField(message, "Content-Encoding");
    if (message.content.isEmpty() || coding.isEmpty() || coding == "identity")
        return;
    const std::unique_ptr<Decompressor> decompressor = Decompressor::forCodings(coding);
    if (!decompressor) {
        message.isPacked = true;
        message.note = QStringLiteral("Compressed with %1, as it was sent.").arg(headerText(coding));
        return;
    }
    message.content = decompressor->take(message.content, MostUnpacked);
    message.isUnpacked = true;
    const Decompressor::State state = decompressor->state();
    if (state == Decompressor::State::TooLong)
        message.note = QStringLiteral("Only the beginning of what was compressed; it goes on.");
    else if (state == Decompressor::State::Damaged || (state == Decompressor::State::GoesOn && isWhole))
        message.note = QStringLiteral(
            "The compressed data is damaged or ends too early; this is what could be read of it.");
}

// RFC 9112, 6.3: how a client knows where the body ends.
bool ExchangeReader::isComplete() const
{
    const HarMessage &response = m_exchange.response;
    if (m_sawFinal || !response.head)
        return m_sawFinal;
    if (HttpMethod(m_exchange.record.code) == HttpMethod::Head || m_exchange.status == 204
        || m_exchange.status == 304)
        return true;
    if (response.head->isChunked())
        return m_framingComplete;
    if (const std::optional<QByteArray> length = response.head->field("Content-Length"))
        return response.body.size() >= length->toLongLong();
    return isClosed();
}

// A client that leaves has left when it says so, not when the server's half follows.
qint64 ExchangeReader::closedNs() const
{
    const std::optional<ExchangeSpan> span = m_log.journal().exchange(m_exchange.number);
    return m_exchange.isWebSocket || !span ? m_closedNs : std::min(m_closedNs, span->finishedNs);
}

void ExchangeReader::explain()
{
    HarExchange &exchange = m_exchange;
    if (exchange.record.has(RecordFlag::Cut)) {
        exchange.error = QStringLiteral("The request never arrived.");
    } else if (exchange.status == 0 && m_answerCut) {
        exchange.error = QStringLiteral("The answer never arrived.");
    } else if (exchange.status == 0 && isClosed()) {
        exchange.error = QStringLiteral("The connection was closed before an answer came.");
    } else if (exchange.status == 0) {
        exchange.comment = m_answerUnderWay
            ? QStringLiteral("The answer was still under way when this was written.")
            : QStringLiteral("Not answered yet when this was written.");
    } else if (exchange.isWebSocket) {
        if (!isClosed())
            exchange.comment = QStringLiteral("The WebSocket was still open when this was written.");
    } else if (!isComplete() && !isClosed()) {
        exchange.comment = QStringLiteral("The answer was still going on when this was written.");
    } else if (!isComplete() && exchange.isEventStream) {
        // A client that simply closes its stream is no error.
        exchange.comment = QStringLiteral("The stream went on until its connection was closed.");
    } else if (!isComplete()) {
        exchange.error = QStringLiteral("The connection was closed before the answer was complete.");
    }
}

// The events are listed as far as their stream could be unpacked.
void ExchangeReader::explainEvents()
{
    HarExchange &exchange = m_exchange;
    if (!exchange.isEventStream || exchange.response.note.isEmpty())
        return;
    if (!exchange.comment.isEmpty())
        exchange.comment += u' ';
    exchange.comment += exchange.response.isPacked
        ? QStringLiteral("No events are listed, as the stream could not be unpacked.")
        : QStringLiteral("Only those events are listed that could be unpacked.");
}

void ExchangeReader::setTimeline(const ExchangeIndex &index)
{
    const Record &request = m_exchange.record;
    HarTimeline &timeline = m_exchange.timeline;
    timeline.departedNs = request.departedNs;
    timeline.startedNs = request.departedNs;
    if (const RecordNumber opening = index.openingOf(request.connection);
        opening != 0 && index.firstRequestOf(request.connection) == m_exchange.number) {
        const Record open = m_log.journal().at(opening);
        if (open.arrivedNs != Record::NotArrived) {
            const qint64 roundTripNs = 2 * (open.arrivedNs - open.departedNs);
            timeline.startedNs -= std::clamp<qint64>(request.departedNs - open.departedNs, 0, roundTripNs);
            timeline.connects = true;
        }
    }
    const bool goesOn = m_exchange.status == 0 || m_exchange.isWebSocket || !isComplete();
    const qint64 untilNs = std::max(isClosed() ? closedNs() : m_nowNs, request.departedNs);
    timeline.endedNs = std::max(goesOn ? untilNs : request.departedNs, m_lastArrivalNs);
    timeline.answeredNs = std::min(m_answeredNs, timeline.endedNs);
    timeline.deliveredNs = std::clamp(m_deliveredNs, request.departedNs, timeline.answeredNs);
}

HarExchange ExchangeReader::finish(const ExchangeIndex &index)
{
    HarExchange &exchange = m_exchange;
    separate(exchange.request, m_requestBytes);
    m_framingComplete = false;
    separate(exchange.response, m_responseBytes);
    unpack(exchange.request, true);
    unpack(exchange.response, isComplete());
    exchange.isWebSocket = lowerField(exchange.request, "Upgrade") == "websocket"
        && (exchange.status == 101 || exchange.status == 0);
    exchange.isEventStream
        = exchange.status == 200 && lowerField(exchange.response, "Content-Type") == "text/event-stream";
    explain();
    explainEvents();
    setTimeline(index);
    return std::move(exchange);
}

} // namespace

HarExchange readHarExchange(const TrafficLog &log, const ExchangeIndex &index, RecordNumber request,
                            qint64 nowNs)
{
    ExchangeReader reader(log, request, nowNs);
    for (RecordNumber number = request; number != 0; number = index.next(number))
        reader.take(number);
    return reader.finish(index);
}

} // namespace wiretale
