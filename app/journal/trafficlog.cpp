// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"

#include "app/journal/trafficlog_p.h"

#include <algorithm>

namespace wiretale {

namespace {

// Whoever opens a capture must hold its marks; a lesson's take some kilobytes.
constexpr qsizetype MostMarkBytes = qsizetype(32) * 1024 * 1024;
// What one takes besides its text.
constexpr qsizetype MarkBytes = 64;

qint64 sensible(qint64 wallStartNs)
{
    constexpr qint64 Farthest = qint64(1) << 62;
    return std::clamp(wallStartNs, -Farthest, Farthest);
}

} // namespace

Result<std::shared_ptr<TrafficLog>> TrafficLog::create(qint64 wallStartNs, const QString &capturePath,
                                                       qint64 limit)
{
    return over(Capture::create(sensible(wallStartNs), capturePath, limit), wallStartNs);
}

Result<std::shared_ptr<TrafficLog>> TrafficLog::createCopy(qint64 wallStartNs)
{
    return over(Capture::create(sensible(wallStartNs), {}, NoLimit, Temporary::Copy), wallStartNs);
}

Result<std::shared_ptr<TrafficLog>> TrafficLog::over(Result<std::unique_ptr<Capture>> capture,
                                                     qint64 wallStartNs)
{
    if (!capture)
        return capture.error();
    std::shared_ptr<TrafficLog> log(new TrafficLog);
    log->d->capture = std::move(*capture);
    log->d->wallStartNs = sensible(wallStartNs);
    return log;
}

Result<std::shared_ptr<TrafficLog>> TrafficLog::open(qint64 wallStartNs, const QString &path)
{
    return over(Capture::open(path), wallStartNs);
}

TrafficLog::TrafficLog()
    : d(std::make_unique<Private>())
{
}

TrafficLog::~TrafficLog() = default;

void TrafficLog::setServerPort(quint16 port)
{
    d->capture->setServerPort(port);
}

RecordNumber TrafficLog::departed(const Record &record, QByteArrayView bytes,
                                  std::span<const qint64> eventIds)
{
    Record entry = record;
    if (entry.wallNs == 0)
        entry.wallNs = d->wallStartNs + entry.departedNs;
    const RecordNumber number = d->journal.size() + 1;
    entry.captureOffset = d->capture->departed(number, entry, bytes, eventIds);
    d->journal.append(entry, eventIds);
    d->statistics.departed(d->journal, number);
    return number;
}

void TrafficLog::arrived(RecordNumber number, qint64 arrivedNs)
{
    if (number == 0 || number > d->journal.size())
        return;
    d->journal.setArrived(number, arrivedNs);
    d->capture->arrived(number, d->journal.at(number));
    d->statistics.arrived(d->journal, number);
}

void TrafficLog::lost(RecordNumber number)
{
    if (number == 0 || number > d->journal.size())
        return;
    d->journal.setCut(number);
    d->capture->lost(number, d->journal.at(number));
}

void TrafficLog::named(ConnectionNumber connection, const QString &client)
{
    d->journal.nameConnection(connection, client);
    d->capture->named(connection, client);
    d->statistics.named(d->journal, connection);
}

void TrafficLog::announceClient(const QString &client, Technique technique)
{
    d->journal.announceClient(client, technique);
    d->capture->note({.kind = CaptureNote::Kind::Announced, .technique = technique, .text = client});
}

void TrafficLog::eventPublished(qint64 eventId, qint64 publishedNs)
{
    d->journal.setEventPublished(eventId, publishedNs);
    d->capture->note({.kind = CaptureNote::Kind::Published, .eventId = eventId, .atNs = publishedNs});
}

void TrafficLog::restore(const Record &record, std::span<const qint64> eventIds, qint64 wholeEnd)
{
    d->capture->grow(wholeEnd);
    const RecordNumber number = d->journal.append(record, eventIds);
    d->statistics.departed(d->journal, number);
}

void TrafficLog::growCapture(qint64 wholeEnd)
{
    d->capture->grow(wholeEnd);
}

void TrafficLog::setSummary(RecordNumber number, const QString &text)
{
    d->capture->note({.kind = CaptureNote::Kind::Summary, .number = number, .text = text});
    const std::lock_guard lock(d->summariesMutex);
    d->summaries.insert_or_assign(number, text);
}

bool TrafficLog::mark(const LogMark &mark, const QString &words)
{
    const std::vector<CaptureNote> notes = markNotes(mark.atNs, mark.number, mark.text);
    const qsizetype size = MarkBytes + mark.text.size();
    {
        const std::lock_guard lock(d->marksMutex);
        if (notes.empty() || d->markBytes + size > MostMarkBytes)
            return false;
        d->markBytes += size;
        d->marks.push_back(mark);
        d->markCount.store(d->marks.size(), std::memory_order_release);
    }
    d->capture->mark(notes, words);
    return true;
}

std::vector<LogMark> TrafficLog::marks() const
{
    const std::lock_guard lock(d->marksMutex);
    return d->marks;
}

Result<void> TrafficLog::flush()
{
    return d->capture->flush();
}

const Statistics &TrafficLog::statistics() const noexcept
{
    return d->statistics;
}

const Journal &TrafficLog::journal() const noexcept
{
    return d->journal;
}

QByteArray TrafficLog::bytes(RecordNumber number) const
{
    const Record record = d->journal.at(number);
    return d->capture->payload(record.captureOffset, record.wireBytes);
}

qint64 TrafficLog::wallStartNs() const noexcept
{
    return d->wallStartNs;
}

QString TrafficLog::capturePath() const
{
    return d->capture->path();
}

bool TrafficLog::isTemporary() const noexcept
{
    return d->capture->isTemporary();
}

QStringList TrafficLog::capturesLeftBehind()
{
    CaptureFile::removeCopiesLeftBehind();
    return CaptureFile::leftBehind();
}

void TrafficLog::removeLeftBehind(const QString &path)
{
    CaptureFile::removeLeftBehind(path);
}

quint64 TrafficLog::revision() const noexcept
{
    return d->journal.revision() + d->markCount.load(std::memory_order_acquire);
}

QString TrafficLog::recordingFault() const
{
    return d->capture->fault();
}

Result<void> TrafficLog::saveCapture(const QString &path) const
{
    return d->capture->save(path);
}

} // namespace wiretale
