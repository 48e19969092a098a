// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capturereader.h"

#include "app/journal/packetbuilder.h"
#include "app/journal/pcapngblocks.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <iterator>
#include <utility>

namespace wiretale {

namespace {

constexpr int ItemsAtATime = 4096;
// Each connection begins with a record of its own, so no number is above that of its record; in a part of a
// log some are left out. More than these are a lie that would cost memory.
constexpr ConnectionNumber MostLeftOut = 1'048'576;

Error tellsNothing(const QString &path, qint64 offset)
{
    //: %1: path of a file, %2: a number of bytes from the file's beginning
    return {QCoreApplication::translate(
                "wiretale::LogReader",
                "The file %1 is damaged at byte %2, and nothing can be read from it; choose another.")
                .arg(QDir::toNativeSeparators(path))
                .arg(offset)};
}

} // namespace

Result<std::unique_ptr<LogReader>> CaptureReader::open(const QString &path,
                                                       std::unique_ptr<CaptureSource> source)
{
    const std::optional<CaptureNote> section = noteFrom(source->sectionNote(), 0);
    if (!section || section->kind != CaptureNote::Kind::Section)
        return tellsNothing(path, source->wholeEnd());
    Result<std::shared_ptr<TrafficLog>> log = TrafficLog::open(section->atNs, path);
    if (!log)
        return log.error();
    std::unique_ptr<CaptureReader> reader(new CaptureReader(path, std::move(source)));
    reader->m_log = *log;
    return std::unique_ptr<LogReader>(std::move(reader));
}

CaptureReader::CaptureReader(QString path, std::unique_ptr<CaptureSource> source)
    : m_path(std::move(path))
    , m_source(std::move(source))
{
}

bool CaptureReader::readOn()
{
    CaptureItem item;
    for (int i = 0; i < ItemsAtATime; ++i) {
        if (m_isDamaged || !m_source->next(item)) {
            conclude();
            return false;
        }
        m_isDamaged = !take(item);
        if (!m_isDamaged && m_missing == 0)
            m_good = item.end;
    }
    m_log->growCapture(m_good);
    return true;
}

double CaptureReader::progress() const
{
    return m_source->fileSize() > 0 ? double(m_source->wholeEnd()) / double(m_source->fileSize()) : 1.0;
}

bool CaptureReader::take(const CaptureItem &item)
{
    if (m_missing > 0)
        return continueRecord(item);
    if (item.kind == CaptureItem::Kind::Name || item.note.isEmpty())
        return true;
    std::optional<CaptureNote> note = noteFrom(item.note, m_log->wallStartNs());
    const bool isMark = isMarkNote(item.note);
    if (!note || !isMark)
        m_marked = 0;
    // What cannot be understood of marks is passed over: all else stands without them.
    return note ? apply(*note, item) : isMark;
}

bool CaptureReader::apply(CaptureNote &note, const CaptureItem &item)
{
    const RecordNumber number = numberHere(note.number);
    m_isPart = m_isPart || (number == 0 && note.number != 0 && note.kind != CaptureNote::Kind::Departed);
    switch (note.kind) {
    case CaptureNote::Kind::Section:
        return false;
    case CaptureNote::Kind::Departed:
        return beginRecord(note, item);
    case CaptureNote::Kind::Arrived:
        if (number != 0 && note.atNs < m_log->journal().at(number).departedNs)
            return false;
        m_log->arrived(number, note.atNs);
        return true;
    case CaptureNote::Kind::Lost:
        m_log->lost(number);
        return true;
    case CaptureNote::Kind::Named:
        m_log->named(note.connection, note.text);
        return true;
    case CaptureNote::Kind::Announced:
        m_log->announceClient(note.text, note.technique);
        return true;
    case CaptureNote::Kind::Published:
        m_log->eventPublished(note.eventId, note.atNs);
        return true;
    case CaptureNote::Kind::Summary:
        if (number != 0)
            m_log->setSummary(number, note.text);
        return true;
    case CaptureNote::Kind::Mark:
        takeMark(note);
        return true;
    }
    return false;
}

// The parts of a mark follow each other.
void CaptureReader::takeMark(const CaptureNote &note)
{
    const bool isNext = m_marked > 0 && note.part == m_marked && note.parts == m_mark.parts
        && note.atNs == m_mark.atNs && note.number == m_mark.number;
    if (note.part == 0)
        m_mark = note;
    else if (isNext)
        m_mark.bytes += note.bytes;
    m_marked = note.part == 0 || isNext ? note.part + 1 : 0;
    if (m_marked == 0 || m_marked < note.parts)
        return;
    m_marked = 0;
    m_log->mark(
        {.atNs = note.atNs, .number = numberHere(note.number), .text = std::exchange(m_mark.bytes, {})});
}

bool CaptureReader::beginRecord(CaptureNote &note, const CaptureItem &item)
{
    const Journal &journal = m_log->journal();
    const RecordNumber last = journal.size();
    Record &record = note.record;
    const Row &row = m_rows.back();
    const RecordNumber expected = row.firstInFile + (last + 1 - row.first);
    if (note.number < expected || record.exchange > note.number || record.connection > last + MostLeftOut
        || (last > 0 && record.departedNs < journal.at(last).departedNs))
        return false;
    if (note.number > expected) {
        m_rows.push_back({note.number, last + 1});
        m_isPart = true;
    }
    record.exchange = numberHere(record.exchange);
    record.arrivedNs = Record::NotArrived;
    if (item.kind == CaptureItem::Kind::Packet)
        record.captureOffset = item.offset;
    m_record = std::move(note);
    // What has bytes has them in packets that follow each other; without packets, they are not known.
    if (item.kind == CaptureItem::Kind::Packet && record.wireBytes > 0) {
        m_missing = m_record.record.wireBytes;
        return continueRecord(item);
    }
    finishRecord(item.end);
    return true;
}

/// 0 for a record that is not there.
RecordNumber CaptureReader::numberHere(RecordNumber inFile) const
{
    const auto behind
        = std::upper_bound(m_rows.begin(), m_rows.end(), inFile,
                           [](RecordNumber number, const Row &row) { return number < row.firstInFile; });
    if (behind == m_rows.begin())
        return 0;
    const Row &row = *std::prev(behind);
    const RecordNumber number = row.first + (inFile - row.firstInFile);
    const RecordNumber end = behind == m_rows.end() ? m_log->journal().size() + 1 : behind->first;
    return number < end ? number : 0;
}

bool CaptureReader::continueRecord(const CaptureItem &item)
{
    const qint64 count = item.bytes.size() - PacketHeader::PlainSize;
    if (item.kind != CaptureItem::Kind::Packet || count <= 0 || count > m_missing)
        return false;
    m_missing -= count;
    if (m_missing == 0)
        finishRecord(item.end);
    return true;
}

void CaptureReader::finishRecord(qint64 end)
{
    m_log->restore(m_record.record, m_record.eventIds, end);
}

void CaptureReader::conclude()
{
    if (!m_isDamaged && m_missing == 0)
        m_good = m_source->wholeEnd();
    m_log->growCapture(m_good);
    if (!m_remark.isEmpty())
        return;
    const QString name = QDir::toNativeSeparators(m_path);
    if (m_isDamaged || m_source->state() == CaptureSource::State::Damaged) {
        //: %1: path of a file, %2: a number of bytes from the file's beginning
        m_remark = QCoreApplication::translate(
                       "wiretale::LogReader",
                       "The file %1 is damaged at byte %2; everything before it was opened.")
                       .arg(name)
                       .arg(m_good);
    } else if (m_source->state() == CaptureSource::State::Torn || m_missing > 0) {
        //: %1: path of a file, %2: a number of bytes from the file's beginning
        m_remark = QCoreApplication::translate(
                       "wiretale::LogReader",
                       "The file %1 ends in the middle of a message at byte %2, as after a crash; everything "
                       "before it was opened.")
                       .arg(name)
                       .arg(m_good);
    } else if (m_isPart) {
        //: %1: path of a file
        m_remark
            = QCoreApplication::translate(
                  "wiretale::LogReader", "The file %1 holds a part of a log; its messages are numbered anew.")
                  .arg(name);
    }
}

} // namespace wiretale
