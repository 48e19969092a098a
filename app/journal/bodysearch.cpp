// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/bodysearch.h"

#include "app/journal/messagereader.h"
#include "app/journal/trafficlog.h"

#include <map>
#include <tuple>
#include <vector>

namespace wiretale {

namespace {

constexpr RecordNumber LooksBetweenCalls = 256;
constexpr size_t MostUnpacking = 64;

/// One direction of an exchange, as far as it was read.
struct Reading
{
    FieldDissector dissector;
    PlainStream plain;
    QByteArray tail; ///< the end of what was read, shorter than what is looked for
};

using Key = std::tuple<ConnectionNumber, RecordNumber, Direction>;

/// Those that have not ended. Few of them unpack: the one that rested longest gives up what it goes on from,
/// and is read as it was sent.
class Readings
{
public:
    [[nodiscard]] Reading &of(const Key &key) { return m_readings[key]; }
    /// Something was taken by it.
    void used(const Key &key, const Reading &reading)
    {
        std::erase(m_unpacking, key);
        if (reading.plain.isUnpacking())
            m_unpacking.push_back(key);
        if (m_unpacking.size() > MostUnpacking) {
            m_readings[m_unpacking.front()].plain = {};
            m_unpacking.erase(m_unpacking.begin());
        }
    }
    void end(const Key &key)
    {
        std::erase(m_unpacking, key);
        m_readings.erase(key);
    }

private:
    std::map<Key, Reading> m_readings;
    std::vector<Key> m_unpacking; ///< the one that rested longest first
};

bool endsReading(const Record &record)
{
    return record.has(RecordFlag::Final) || record.has(RecordFlag::Cut);
}

} // namespace

void BodySearch::run(const TrafficLog &log, const QString &text, const Found &found, const GoesOn &goesOn)
{
    if (text.isEmpty())
        return;
    const qsizetype tailSize = text.toUtf8().size() - 1;
    const Journal &journal = log.journal();
    const RecordNumber last = journal.size();
    Readings readings;
    for (RecordNumber number = 1; number <= last; ++number) {
        if (number % LooksBetweenCalls == 0 && !goesOn(number))
            return;
        const Record record = journal.at(number);
        if (record.wireBytes == 0)
            continue;
        const Key key {record.connection, record.exchange, record.direction};
        Reading &reading = readings.of(key);
        if (record.kind == MessageKind::Request || record.kind == MessageKind::Response)
            reading.tail.clear();
        const QByteArray bytes = log.bytes(number);
        const QByteArray content = reading.tail
            + reading.plain.take(log, record, bytes, reading.dissector.dissect(record, bytes)).bytes;
        if (QString::fromUtf8(content).contains(text, Qt::CaseInsensitive))
            found(number);
        const bool endsMessage = record.kind == MessageKind::Frame && record.has(RecordFlag::Fin);
        reading.tail = endsMessage ? QByteArray() : content.last(std::min(tailSize, content.size()));
        if (endsReading(record)
            || (record.kind == MessageKind::Request && !record.has(RecordFlag::Streaming)))
            readings.end(key);
        else
            readings.used(key, reading);
    }
    goesOn(last);
}

} // namespace wiretale
