// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/foreigncapturereader.h"

#include "app/wire/httphead.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace wiretale {

namespace {

constexpr int PacketsAtATime = 4096;
// A packet of 64 KiB holds thousands of short requests, or as much to copy as a thousand of others.
constexpr RecordNumber MessagesAtATime = 8192;
constexpr qint64 BytesAtATime = qint64(16) * 1024 * 1024;
// More than a year; later stamps are wrong and would make a diagram endless.
constexpr qint64 LatestNs = qint64(1) << 55;

/// Who opened the connection.
HostPort clientOf(const CapturedSegment &segment)
{
    if (segment.has(TcpFlag::Syn))
        return segment.has(TcpFlag::Ack) ? segment.destination : segment.source;
    if (segment.payload.startsWith("HTTP/1."))
        return segment.destination;
    // Systems give clients ports from the upper end.
    return segment.source.port >= segment.destination.port ? segment.source : segment.destination;
}

} // namespace

Result<std::unique_ptr<LogReader>> ForeignCaptureReader::open(const QString &path,
                                                              std::unique_ptr<CaptureSource> source)
{
    std::unique_ptr<ForeignCaptureReader> reader(new ForeignCaptureReader(path, std::move(source)));
    if (Result<void> begun = reader->begin(); !begun)
        return begun.error();
    return std::unique_ptr<LogReader>(std::move(reader));
}

ForeignCaptureReader::ForeignCaptureReader(QString path, std::unique_ptr<CaptureSource> source)
    : m_path(std::move(path))
    , m_source(std::move(source))
{
}

/// Up to the first connection: before it, nobody knows when the clock began.
Result<void> ForeignCaptureReader::begin()
{
    CaptureItem item;
    while (m_source->next(item)) {
        const std::optional<CapturedSegment> segment = segmentOf(item);
        if (!segment)
            continue;
        Result<std::shared_ptr<TrafficLog>> log = TrafficLog::createCopy(item.stampNs);
        if (!log)
            return log.error();
        m_log = *log;
        take(*segment, item.stampNs);
        return {};
    }
    //: %1: path of a file, %2: a number of bytes from the file's beginning
    return Error {QCoreApplication::translate(
                      "wiretale::LogReader",
                      "The file %1 holds no TCP connection that can be read up to byte %2; choose another.")
                      .arg(QDir::toNativeSeparators(m_path))
                      .arg(m_source->wholeEnd())};
}

bool ForeignCaptureReader::readOn()
{
    CaptureItem item;
    const RecordNumber lastMessage = m_log->journal().size() + MessagesAtATime;
    const qint64 lastByte = m_source->wholeEnd() + BytesAtATime;
    const auto isEnough
        = [&] { return m_log->journal().size() >= lastMessage || m_source->wholeEnd() >= lastByte; };
    for (int i = 0; i < PacketsAtATime && !isEnough(); ++i) {
        if (!m_log->recordingFault().isEmpty() || !m_source->next(item)) {
            conclude();
            return false;
        }
        if (const std::optional<CapturedSegment> segment = segmentOf(item))
            take(*segment, item.stampNs);
    }
    return true;
}

double ForeignCaptureReader::progress() const
{
    return m_source->fileSize() > 0 ? double(m_source->wholeEnd()) / double(m_source->fileSize()) : 1.0;
}

/// What this packet adds; of fragments, when the last of them has come.
std::optional<CapturedSegment> ForeignCaptureReader::segmentOf(const CaptureItem &item)
{
    if (item.kind != CaptureItem::Kind::Packet || m_twins.isSecond(item))
        return std::nullopt;
    std::optional<IpPacket> packet = ipPacketIn(item);
    if (packet && packet->isFragment())
        packet = m_fragments.take(*packet, item.stampNs);
    return packet ? segmentIn(*packet) : std::nullopt;
}

void ForeignCaptureReader::take(const CapturedSegment &segment, qint64 stampNs)
{
    // Time does not go back, though stamps of several interfaces may.
    const auto sinceStart = qint64(quint64(stampNs) - quint64(m_log->wallStartNs()));
    m_lastNs = std::max(m_lastNs, std::clamp(sinceStart, qint64(0), LatestNs));
    m_lastStampNs = stampNs;
    connectionOf(segment).take(segment, m_lastNs, stampNs);
}

CapturedConnection &ForeignCaptureReader::connectionOf(const CapturedSegment &segment)
{
    const auto [first, second] = std::minmax(segment.source, segment.destination);
    std::unique_ptr<CapturedConnection> &place = m_connections[Ends(first, second)];
    if (place && place->isAnother(segment)) {
        place->end(m_lastNs, m_lastStampNs);
        m_hasGaps = m_hasGaps || place->hasGaps();
        place.reset();
    }
    if (!place) {
        const HostPort client = clientOf(segment);
        const HostPort server = client == segment.source ? segment.destination : segment.source;
        m_log->setServerPort(server.port);
        place = std::make_unique<CapturedConnection>(*m_log, m_namer, ++m_lastNumber, client);
    }
    return *place;
}

void ForeignCaptureReader::conclude()
{
    if (std::exchange(m_isConcluded, true))
        return;
    for (const auto &[ends, connection] : m_connections) {
        connection->end(m_lastNs, m_lastStampNs);
        m_hasGaps = m_hasGaps || connection->hasGaps();
    }
    m_connections.clear();
    (void)m_log->flush();
    const QString name = QDir::toNativeSeparators(m_path);
    if (!m_log->recordingFault().isEmpty()) {
        m_remark = m_log->recordingFault();
    } else if (m_source->state() == CaptureSource::State::Damaged) {
        m_remark = QCoreApplication::translate(
                       "wiretale::LogReader",
                       "The file %1 is damaged at byte %2; everything before it was opened.")
                       .arg(name)
                       .arg(m_source->wholeEnd());
    } else if (m_source->state() == CaptureSource::State::Torn) {
        //: %1: path of a file, %2: a number of bytes from the file's beginning
        m_remark = QCoreApplication::translate(
                       "wiretale::LogReader",
                       "The file %1 ends in the middle of a packet at byte %2; everything before it was "
                       "opened.")
                       .arg(name)
                       .arg(m_source->wholeEnd());
    } else if (m_hasGaps) {
        //: %1: path of a file
        m_remark
            = QCoreApplication::translate("wiretale::LogReader",
                                          "The file %1 misses some packets; where bytes are missing, the "
                                          "diagram marks a fault.")
                  .arg(name);
    }
}

} // namespace wiretale
