// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capture.h"

#include "app/journal/pcapngblocks.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>

#include <algorithm>
#include <iterator>

namespace wiretale {

namespace {

QByteArray fileHead(qint64 wallStartNs)
{
    QByteArray note;
    appendNote(note, {.kind = CaptureNote::Kind::Section, .atNs = wallStartNs});
    QByteArray head;
    pcapng::appendSectionHeader(
        head, "Wiretale " WIRETALE_VERSION,
        "These packets were made from application bytes as recorded on Wiretale's wire; they were not "
        "captured from a network. IP and TCP headers are synthetic, times are those of Wiretale's clock.",
        note);
    pcapng::appendInterface(head, "wire");
    pcapng::appendName(head, AddressBook::server(0).address, "server");
    return head;
}

Error cannotSave(const QString &path, const QString &reason)
{
    //: %1: path of a file, %2: what the system says is wrong with it
    return {QCoreApplication::translate("wiretale::TrafficLog",
                                        "The file %1 cannot be written (%2); choose another place for it.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

} // namespace

Result<std::unique_ptr<Capture>> Capture::create(qint64 wallStartNs, const QString &path, qint64 limit,
                                                 Temporary temporary)
{
    Result<std::unique_ptr<CaptureFile>> file
        = CaptureFile::create(path, fileHead(wallStartNs), limit, temporary);
    if (!file)
        return file.error();
    return std::unique_ptr<Capture>(new Capture(wallStartNs, std::move(*file)));
}

Result<std::unique_ptr<Capture>> Capture::open(const QString &path)
{
    Result<std::unique_ptr<CaptureFile>> file = CaptureFile::open(path);
    if (!file)
        return file.error();
    return std::unique_ptr<Capture>(new Capture(0, std::move(*file)));
}

Capture::Capture(qint64 wallStartNs, std::unique_ptr<CaptureFile> file)
    : m_wallStartNs(wallStartNs)
    , m_file(std::move(file))
    , m_lastWrite(std::chrono::steady_clock::now())
{
}

Capture::~Capture()
{
    settleAll();
    write(m_file->end());
}

void Capture::setServerPort(quint16 port)
{
    const std::lock_guard lock(m_mutex);
    m_serverPort = port;
}

qint64 Capture::departed(RecordNumber number, const Record &record, QByteArrayView bytes,
                         std::span<const qint64> eventIds)
{
    const std::lock_guard lock(m_mutex);
    if (m_file->isStopped())
        return Record::NoBytes;
    m_note.resize(0); // keeps its memory
    appendDepartedNote(m_note, number, record, m_wallStartNs, eventIds);
    auto place = m_streams.find(record.connection);
    if (place == m_streams.end()) {
        // What comes after the end of a connection, or belongs to none, makes no packet.
        if (record.kind != MessageKind::Open && bytes.isEmpty()) {
            pcapng::appendNoteBlock(m_file->tail(), m_note);
            return Record::NoBytes;
        }
        place = m_streams
                    .emplace(record.connection,
                             Stream {.tcp = SyntheticConnection(record.connection),
                                     .held = {},
                                     .since = {},
                                     .client = {},
                                     .server = AddressBook::server(m_serverPort)})
                    .first;
    }
    Stream &stream = place->second;
    m_segments.clear();
    const int own = stream.tcp.depart(number, record, bytes, m_segments);
    const qint64 offset
        = appendSegments(place->first, stream, record.departedNs, own, RecordComment(number, record).text());
    forgetIfOver(place);
    writeSome(std::chrono::steady_clock::now());
    return offset;
}

void Capture::arrived(RecordNumber number, const Record &record)
{
    const std::lock_guard lock(m_mutex);
    if (m_file->isStopped())
        return;
    m_note.resize(0);
    appendNumberNote(m_note, CaptureNote::Kind::Arrived, number, record.arrivedNs);
    const auto place = m_streams.find(record.connection);
    if (place == m_streams.end()) {
        pcapng::appendNoteBlock(m_file->tail(), m_note);
        return;
    }
    m_segments.clear();
    place->second.tcp.arrive(number, record, m_segments);
    appendSegments(place->first, place->second, record.arrivedNs, int(m_segments.size()) - 1, {});
    forgetIfOver(place);
    writeSome(std::chrono::steady_clock::now());
}

void Capture::lost(RecordNumber number, const Record &record)
{
    const std::lock_guard lock(m_mutex);
    if (m_file->isStopped())
        return;
    m_note.resize(0);
    appendNumberNote(m_note, CaptureNote::Kind::Lost, number);
    pcapng::appendNoteBlock(m_file->tail(), m_note);
    const auto place = m_streams.find(record.connection);
    if (place == m_streams.end())
        return;
    place->second.tcp.lose(number, record);
    forgetIfOver(place);
}

void Capture::named(ConnectionNumber connection, const QString &client)
{
    const std::lock_guard lock(m_mutex);
    if (m_file->isStopped())
        return;
    appendNoteBlock({.kind = CaptureNote::Kind::Named, .connection = connection, .text = client});
    const auto place = m_streams.find(connection);
    if (place == m_streams.end())
        return;
    Stream &stream = place->second;
    if (stream.client != Endpoint {}) {
        m_addresses.adopt(client, stream.client);
        pcapng::appendName(m_file->tail(), stream.client.address, client.toUtf8());
        return;
    }
    const AddressBook::Place given = m_addresses.placeFor(client);
    settle(stream, given.endpoint);
    if (given.isNewAddress)
        pcapng::appendName(m_file->tail(), given.endpoint.address, client.toUtf8());
    forgetIfOver(place);
}

void Capture::note(const CaptureNote &note)
{
    const std::lock_guard lock(m_mutex);
    if (!m_file->isStopped())
        appendNoteBlock(note);
}

void Capture::mark(std::span<const CaptureNote> notes, const QString &words)
{
    const std::lock_guard lock(m_mutex);
    if (m_file->isStopped())
        return;
    for (const CaptureNote &note : notes)
        appendNoteBlock(note);
    m_words.add(words);
}

void Capture::appendNoteBlock(const CaptureNote &note)
{
    m_note.resize(0);
    appendNote(m_note, note);
    pcapng::appendNoteBlock(m_file->tail(), m_note);
}

Result<void> Capture::flush(Moment now)
{
    const std::lock_guard lock(m_mutex);
    settleUntold(now);
    write(m_heldFrom.empty() ? m_file->end() : m_heldFrom.begin()->first);
    m_lastWrite = now;
    if (m_fault.isEmpty() || m_isFaultTold)
        return {};
    m_isFaultTold = true;
    return Error {m_fault};
}

QString Capture::fault() const
{
    const std::lock_guard lock(m_mutex);
    return m_fault;
}

/// Answers the offset of the segment that carries m_note; Record::NoBytes when a block of its own does.
qint64 Capture::appendSegments(ConnectionNumber connection, Stream &stream, qint64 clockNs, int noted,
                               QByteArrayView comment)
{
    qint64 result = Record::NoBytes;
    m_lastStampNs = std::max(m_lastStampNs, m_wallStartNs + clockNs);
    for (int i = 0; i < int(m_segments.size()); ++i) {
        const Segment &segment = m_segments[size_t(i)];
        const qint64 offset = m_file->end();
        if (i == noted)
            result = offset;
        if (stream.client == Endpoint {}) {
            if (stream.held.empty()) {
                stream.since = std::chrono::steady_clock::now();
                m_heldFrom.emplace(offset, connection);
            }
            stream.held.push_back({offset, segment.direction});
        }
        const PacketHeader header(segment, stream.client, stream.server, m_identification++);
        const bool isTold = i == noted && !comment.isEmpty();
        pcapng::appendPacket(m_file->tail(), m_lastStampNs, header.bytes(), segment.payload,
                             segment.direction, i == noted ? comment : QByteArrayView(),
                             i == noted ? QByteArrayView(m_note) : QByteArrayView(),
                             isTold ? m_words.all() : std::span<const QByteArray>());
        if (isTold)
            m_words.clear();
    }
    if (noted < 0)
        pcapng::appendNoteBlock(m_file->tail(), m_note);
    return result;
}

void Capture::settle(Stream &stream, Endpoint client)
{
    stream.client = client;
    if (stream.held.empty())
        return;
    for (const HeldPacket &packet : stream.held)
        setClientEndpoint(m_file->inTail(packet.offset) + pcapng::PacketAt, packet.direction, client);
    m_heldFrom.erase(stream.held.front().offset);
    stream.held = {};
}

/// Gives addresses to connections whose names were waited for long enough.
void Capture::settleUntold(Moment now)
{
    while (!m_heldFrom.empty()) {
        const auto [offset, connection] = *m_heldFrom.begin();
        const auto place = m_streams.find(connection);
        if (now - place->second.since < LongestWait && m_file->end() - offset <= LongestHeld)
            return;
        settle(place->second, m_addresses.placeForUnnamed());
        forgetIfOver(place);
    }
}

void Capture::settleAll()
{
    while (!m_heldFrom.empty())
        settle(m_streams.at(m_heldFrom.begin()->second), m_addresses.placeForUnnamed());
}

void Capture::forgetIfOver(Streams::iterator stream)
{
    if (stream->second.held.empty() && stream->second.tcp.isOver())
        m_streams.erase(stream);
}

void Capture::writeSome(Moment now)
{
    if (m_file->end() - m_file->writtenEnd() < BufferSize && now - m_lastWrite < LongestWait)
        return;
    settleUntold(now);
    write(m_heldFrom.empty() ? m_file->end() : m_heldFrom.begin()->first);
    m_lastWrite = now;
}

void Capture::write(qint64 until)
{
    if (m_file->isStopped())
        return;
    const Result<void> result = m_file->writeUntil(until);
    if (result)
        return;
    m_fault = result.error().message;
    m_heldFrom.clear();
    m_streams.clear();
}

QByteArray Capture::read(qint64 offset, qint64 size) const
{
    if (offset + size <= m_file->writtenEnd())
        return m_file->readWritten(offset, size);
    const std::lock_guard lock(m_mutex);
    return m_file->read(offset, size);
}

QByteArray Capture::payload(qint64 offset, qint64 size) const
{
    constexpr qint64 Before = pcapng::PacketAt + PacketHeader::PlainSize;
    QByteArray result;
    while (offset >= 0 && result.size() < size) {
        const qint64 wanted = std::min(size - result.size(), qint64(Segment::LongestPayload));
        const QByteArray block = read(offset, Before + wanted);
        if (block.size() < Before + 1)
            return {};
        const auto blockLength = qFromLittleEndian<quint32>(block.constData() + pcapng::LengthAt);
        const qint64 packetLength = qFromLittleEndian<quint32>(block.constData() + pcapng::CapturedLengthAt);
        const qint64 count = std::min(packetLength - PacketHeader::PlainSize, wanted);
        if (count <= 0 || block.size() < Before + count)
            return {};
        result += QByteArrayView(block).sliced(Before, count);
        offset += blockLength;
    }
    return result;
}

/// A copy of the tail in which what waits for a name has an address, too.
QByteArray Capture::tailAsItStands()
{
    QByteArray tail = m_file->tail();
    AddressBook addresses = m_addresses;
    for (const auto &[offset, connection] : m_heldFrom) {
        const Endpoint client = addresses.placeForUnnamed();
        for (const HeldPacket &packet : m_streams.at(connection).held) {
            char *block = tail.data() + (packet.offset - m_file->writtenEnd());
            setClientEndpoint(block + pcapng::PacketAt, packet.direction, client);
        }
    }
    return tail;
}

Result<void> Capture::save(const QString &path)
{
    std::unique_lock lock(m_mutex);
    if (m_file->isAt(path)) {
        // It is the file that is being recorded to: all it takes is to write everything.
        settleAll();
        write(m_file->end());
        return m_fault.isEmpty() ? Result<void>() : Result<void>(Error {m_fault});
    }
    const qint64 writtenEnd = m_file->writtenEnd();
    const QByteArray tail = tailAsItStands();
    lock.unlock();

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotSave(path, file.errorString());
    constexpr qint64 PieceSize = qint64(1024) * 1024;
    for (qint64 offset = 0; offset < writtenEnd; offset += PieceSize) {
        const QByteArray piece = m_file->readWritten(offset, std::min(PieceSize, writtenEnd - offset));
        if (file.write(piece) != piece.size() || piece.size() < std::min(PieceSize, writtenEnd - offset))
            return cannotSave(path, file.errorString());
    }
    if (file.write(tail) != tail.size() || !file.flush() || !file.commit())
        return cannotSave(path, file.errorString());
    return {};
}

} // namespace wiretale
