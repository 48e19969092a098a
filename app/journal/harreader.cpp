// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/harreader.h"

#include "app/journal/harbytes.h"
#include "app/wire/httphead.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <optional>

namespace wiretale {

namespace {

constexpr int PartsAtATime = 2048;
constexpr qint64 LongestFile = qint64(1024) * 1024 * 1024;
constexpr qint64 LatestNs = qint64(1) << 55;
constexpr qint64 LatestUs = qint64(1) << 52;

Error isNone(const QString &path, const QString &reason)
{
    //: %1: path of a file, %2: what is wrong with it
    return {QCoreApplication::translate("wiretale::LogReader",
                                        "The file %1 is no HTTP archive (%2); choose another.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

qint64 nanoseconds(double value, double scale)
{
    return std::isfinite(value) ? qint64(std::clamp(value * scale, -9e18, 9e18)) : 0;
}

/// Of Unix time in seconds, which in such a number is good for microseconds.
qint64 epochNs(const QJsonValue &seconds)
{
    return std::clamp(nanoseconds(std::round(seconds.toDouble() * 1e6), 1.0), -LatestUs, LatestUs) * 1000;
}

/// Unix time; browsers write milliseconds, others more.
std::optional<qint64> wallNsOf(const QJsonObject &entry)
{
    const QString text = entry.value(QLatin1StringView("startedDateTime")).toString();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    constexpr qint64 LatestSeconds = 4'000'000'000; // in the year 2096
    const qint64 seconds = time.isValid() ? time.toSecsSinceEpoch() : -1;
    if (seconds < 0 || seconds > LatestSeconds)
        return std::nullopt;
    const qsizetype point = text.indexOf(u'.');
    qint64 fraction = 0;
    qint64 scale = 100'000'000;
    for (qsizetype i = point + 1; point > 0 && i < text.size() && text.at(i).isDigit(); ++i, scale /= 10)
        fraction += text.at(i).digitValue() * scale;
    return seconds * 1'000'000'000 + fraction;
}

qint64 timing(const QJsonObject &entry, const char *name)
{
    const double ms
        = entry.value(QLatin1StringView("timings")).toObject().value(QLatin1StringView(name)).toDouble();
    return std::clamp(nanoseconds(ms, 1e6), qint64(0), LatestNs);
}

RecordFlag keepAliveIn(const std::optional<HttpHead> &head)
{
    return head && head->isKeptAlive ? RecordFlag::KeepAlive : RecordFlag::None;
}

} // namespace

bool HarReader::isMeant(QByteArrayView start) noexcept
{
    QByteArrayView rest = start.startsWith("\xEF\xBB\xBF") ? start.sliced(3).trimmed() : start.trimmed();
    if (!rest.startsWith('{'))
        return false;
    rest = rest.sliced(1).trimmed();
    return rest.startsWith("\"log\"");
}

Result<std::unique_ptr<LogReader>> HarReader::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return isNone(path, file.errorString());
    if (file.size() > LongestFile)
        return isNone(path, QCoreApplication::translate("wiretale::LogReader", "it is longer than 1 GiB"));
    QByteArray text = file.readAll();
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(text, &fault);
    if (fault.error != QJsonParseError::NoError) {
        //: %1: a number of bytes from the file's beginning; %2: what is wrong there
        return isNone(path,
                      QCoreApplication::translate("wiretale::LogReader", "at byte %1: %2")
                          .arg(fault.offset)
                          .arg(fault.errorString()));
    }
    const QJsonArray entries = document.object()
                                   .value(QLatin1StringView("log"))
                                   .toObject()
                                   .value(QLatin1StringView("entries"))
                                   .toArray();
    std::optional<qint64> first;
    for (const QJsonValueConstRef entry : entries) {
        if (const std::optional<qint64> wallNs = wallNsOf(entry.toObject()))
            first = std::min(first.value_or(*wallNs), *wallNs);
    }
    if (!first)
        return isNone(path,
                      QCoreApplication::translate("wiretale::LogReader", "it has no entry with a time"));
    Result<std::shared_ptr<TrafficLog>> log = TrafficLog::createCopy(*first);
    if (!log)
        return log.error();
    std::unique_ptr<HarReader> reader(new HarReader);
    reader->m_path = path;
    reader->m_log = *log;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonObject entry = entries.at(i).toObject();
        if (const std::optional<qint64> wallNs = wallNsOf(entry))
            reader->plan(entry, i,
                         std::clamp(qint64(quint64(*wallNs) - quint64(*first)), qint64(0), LatestNs));
    }
    reader->m_total = reader->m_parts.size();
    return std::unique_ptr<LogReader>(std::move(reader));
}

double HarReader::progress() const
{
    return m_total > 0 ? 1.0 - double(m_parts.size()) / double(m_total) : 1.0;
}

void HarReader::add(Part part)
{
    part.record.departedNs = std::clamp(part.record.departedNs, qint64(0), LatestNs);
    part.record.wireBytes = quint32(part.bytes.size());
    m_parts.emplace(part.record.departedNs, std::move(part));
}

ConnectionNumber HarReader::connectionOf(const QJsonObject &entry)
{
    QString name = entry.value(QLatin1StringView("_connectionId")).toVariant().toString();
    if (name.isEmpty())
        name = entry.value(QLatin1StringView("connection")).toString();
    const QUrl url(
        entry.value(QLatin1StringView("request")).toObject().value(QLatin1StringView("url")).toString());
    name += u' ' + url.authority();
    ConnectionNumber &number = m_connections[name];
    if (number == 0)
        number = ConnectionNumber(m_connections.size());
    return number;
}

/// As our own archives tell it, else by what passed.
Technique HarReader::techniqueOf(const QJsonObject &entry, bool isSocket, bool isStream)
{
    const QString told = entry.value(QLatin1StringView("_technique")).toString();
    for (int i = 0; i < TechniqueCount; ++i) {
        if (told == QLatin1StringView(techniqueName(Technique(i))))
            return Technique(i);
    }
    if (isSocket)
        return Technique::WebSocket;
    return isStream ? Technique::EventStream : Technique::Http;
}

void HarReader::plan(const QJsonObject &entry, qsizetype index, qint64 startNs)
{
    const QJsonObject request = entry.value(QLatin1StringView("request")).toObject();
    const QJsonObject response = entry.value(QLatin1StringView("response")).toObject();
    const QJsonObject content = response.value(QLatin1StringView("content")).toObject();
    const bool isSocket = entry.contains(QLatin1StringView("_webSocketMessages"));
    const bool isStream
        = content.value(QLatin1StringView("mimeType")).toString().startsWith(u"text/event-stream");

    Part ask;
    ask.exchange = index;
    ask.userAgent = har::headerOf(request, QLatin1StringView("User-Agent"));
    ask.bytes = har::requestBytes(request);
    ask.record.kind = MessageKind::Request;
    ask.record.connection = connectionOf(entry);
    ask.record.technique = techniqueOf(entry, isSocket, isStream);
    const auto head = requestHeadFrom(ask.bytes);
    ask.record.code = quint16(head ? head->method : HttpMethod::Unknown);
    const RecordFlag flags = RecordFlag::Final | (isSocket ? RecordFlag::Handshake : RecordFlag::None);
    ask.record.flags = flags | keepAliveIn(head);
    ask.record.departedNs
        = startNs + timing(entry, "blocked") + timing(entry, "dns") + timing(entry, "connect");
    ask.arrivesAtNs = ask.record.departedNs + timing(entry, "send");
    const int status = response.value(QLatin1StringView("status")).toInt();
    Part answer;
    answer.exchange = index;
    answer.record = ask.record;
    answer.record.kind = MessageKind::Response;
    answer.record.direction = Direction::ServerToClient;
    answer.record.code = quint16(std::clamp(status, 0, 999));
    answer.record.departedNs = ask.arrivesAtNs + timing(entry, "wait");
    answer.arrivesAtNs = answer.record.departedNs + timing(entry, "receive");
    add(std::move(ask));
    // 0: there was no answer.
    if (status < 100)
        return;
    const bool hasEvents = isStream && entry.contains(QLatin1StringView("_eventSourceMessages"));
    answer.bytes = "HTTP/1.1 " + QByteArray::number(answer.record.code) + ' '
        + har::oneLine(response.value(QLatin1StringView("statusText")).toString()) + "\r\n";
    const QByteArray body = isSocket ? QByteArray() : har::bodyOf(content, "encoding");
    answer.bytes += har::headersOf(response, body, hasEvents);
    answer.record.flags
        = (hasEvents ? RecordFlag::Streaming : flags) | keepAliveIn(responseHeadFrom(answer.bytes));
    if (!hasEvents)
        answer.bytes += body;
    // What is received then are the messages.
    if (hasEvents || isSocket)
        answer.arrivesAtNs = answer.record.departedNs;
    add(answer);
    if (hasEvents)
        planStream(entry, answer);
    else if (isSocket)
        planSocket(entry, answer);
}

void HarReader::planStream(const QJsonObject &entry, const Part &answer)
{
    const QJsonArray messages = entry.value(QLatin1StringView("_eventSourceMessages")).toArray();
    for (const QJsonValueConstRef each : messages) {
        const QJsonObject message = each.toObject();
        Part event = answer;
        event.record.kind = MessageKind::Event;
        event.record.flags = RecordFlag::None;
        const QByteArray data = message.value(QLatin1StringView("data")).toString().toUtf8();
        event.record.payloadBytes = quint32(data.size());
        const QByteArray id = har::oneLine(message.value(QLatin1StringView("eventId")).toString());
        const QByteArray name = har::oneLine(message.value(QLatin1StringView("eventName")).toString());
        event.bytes = (id.isEmpty() ? QByteArray() : "id: " + id + '\n')
            + (name.isEmpty() || name == "message" ? QByteArray() : "event: " + name + '\n')
            + "data: " + QByteArray(data).replace("\n", "\ndata: ") + "\n\n";
        const qint64 wallNs = epochNs(message.value(QLatin1StringView("time")));
        event.arrivesAtNs = std::max(wallNs - m_log->wallStartNs(), answer.record.departedNs);
        event.record.departedNs = event.arrivesAtNs;
        add(std::move(event));
    }
}

void HarReader::planSocket(const QJsonObject &entry, const Part &answer)
{
    const QJsonArray messages = entry.value(QLatin1StringView("_webSocketMessages")).toArray();
    for (const QJsonValueConstRef each : messages) {
        const QJsonObject message = each.toObject();
        Part frame = answer;
        const bool isBinary = message.value(QLatin1StringView("opcode")).toInt(1) == 2;
        const QByteArray text = message.value(QLatin1StringView("data")).toString().toUtf8();
        const QByteArray data = isBinary ? QByteArray::fromBase64(text) : text;
        frame.record.kind = MessageKind::Frame;
        frame.record.code = quint16(isBinary ? FrameOpcode::Binary : FrameOpcode::Text);
        frame.record.flags = RecordFlag::Fin;
        frame.record.payloadBytes = quint32(data.size());
        frame.record.direction = message.value(QLatin1StringView("type")).toString() == u"send"
            ? Direction::ClientToServer
            : Direction::ServerToClient;
        // What a client sends is masked; with what, no archive tells.
        QByteArray mask;
        if (frame.record.direction == Direction::ClientToServer) {
            frame.record.flags |= RecordFlag::Masked;
            mask.resize(4);
            qToBigEndian(++m_masks * 0x9e3779b9U, mask.data());
        }
        frame.bytes = har::frameBytes(FrameOpcode(frame.record.code), data, mask);
        const qint64 wallNs = epochNs(message.value(QLatin1StringView("time")));
        frame.arrivesAtNs = std::max(wallNs - m_log->wallStartNs(), answer.arrivesAtNs);
        frame.record.departedNs = frame.arrivesAtNs;
        add(std::move(frame));
    }
}

bool HarReader::readOn()
{
    for (int i = 0; i < PartsAtATime && !m_parts.empty(); ++i) {
        const auto first = m_parts.begin();
        const Part part = std::move(first->second);
        m_parts.erase(first);
        send(part);
    }
    if (!m_parts.empty())
        return true;
    deliverUntil(Record::NotArrived);
    (void)m_log->flush();
    //: %1: path of a file
    m_remark = QCoreApplication::translate("wiretale::LogReader",
                                           "%1 is an archive, which holds no bytes: the messages were put "
                                           "together from what it tells.")
                   .arg(QDir::toNativeSeparators(m_path));
    return false;
}

void HarReader::send(const Part &part)
{
    deliverUntil(part.record.departedNs);
    ConnectionNumber &number = m_opened[part.record.connection];
    if (number == 0) {
        number = ConnectionNumber(m_opened.size());
        Record open;
        open.kind = MessageKind::Open;
        open.connection = number;
        open.departedNs = part.record.departedNs;
        m_log->arrived(m_log->departed(open, {}, {}), open.departedNs);
        m_log->named(number, m_namer.nameFor(number, part.userAgent));
    }
    Record record = part.record;
    record.connection = number;
    record.exchange = m_requests.value(part.exchange);
    const RecordNumber here = m_log->departed(record, part.bytes, {});
    if (record.kind == MessageKind::Request)
        m_requests.insert(part.exchange, here);
    m_inFlight.emplace(std::max(part.arrivesAtNs, record.departedNs), here);
}

void HarReader::deliverUntil(qint64 ns)
{
    while (!m_inFlight.empty() && m_inFlight.begin()->first <= ns) {
        m_log->arrived(m_inFlight.begin()->second, m_inFlight.begin()->first);
        m_inFlight.erase(m_inFlight.begin());
    }
}

} // namespace wiretale
