// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/addressbook.h"
#include "app/journal/capturecomment.h"
#include "app/journal/capturefile.h"
#include "app/journal/capturenote.h"
#include "app/journal/syntheticconnection.h"
#include "app/wire/record.h"
#include "common/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

namespace wiretale {

/// Writes the bytes of messages into a pcapng file, as packets that Wireshark follows, and reads them back.
///
/// One section, one interface of raw IP. Each message is a packet (more, if it is longer than a packet can
/// be) whose comment says "#57 request"; TCP's own packets are made up around it (SyntheticConnection). All
/// stand in the order of time, stamped with the wall time of clock time 0 plus clock time. Each call here
/// leaves a CaptureNote, from which CaptureReader makes the same calls again.
///
/// Each client has an address of its own, and is known only after its first request, when SYN and request
/// are recorded already. A packet's size does not depend on its addresses, so its offset is final at once;
/// but no block is written to disk before the addresses in it are known. So what follows the first packet of
/// a connection without a name waits in memory, where the endpoint is filled in when the name comes. That is
/// usually the next call. A name that does not come within half a second of real time, or before a mebibyte
/// has gathered, is waited for no longer: the connection gets an address of its own, and its name, if it
/// comes after all, is told for that address. Hence a crash loses less than a second, if flush() is called
/// some times in each.
///
/// One thread writes; payload(), fault() and save() may be called from any.
class Capture
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds LongestWait {500};
    static constexpr qint64 LongestHeld = qint64(1024) * 1024;
    static constexpr qint64 BufferSize = qint64(256) * 1024;
    static constexpr quint16 DefaultServerPort = 7780;

    static Result<std::unique_ptr<Capture>> create(qint64 wallStartNs, const QString &path, qint64 limit,
                                                   Temporary temporary = Temporary::Recording);
    /// A capture made before, for reading and saving only: it takes nothing any more. It ends where grow()
    /// said.
    static Result<std::unique_ptr<Capture>> open(const QString &path);
    void grow(qint64 wholeEnd) { m_file->grow(wholeEnd); }
    /// Writes all that is left.
    ~Capture();

    /// The server's port in packets of connections that open from now on.
    void setServerPort(quint16 port);

    /// Answers where the record's first packet begins in the file; Record::NoBytes when it has none, or when
    /// recording has stopped.
    qint64 departed(RecordNumber number, const Record &record, QByteArrayView bytes,
                    std::span<const qint64> eventIds = {});
    void arrived(RecordNumber number, const Record &record);
    void lost(RecordNumber number, const Record &record);
    void named(ConnectionNumber connection, const QString &client);
    /// Keeps what stands in no packet.
    void note(const CaptureNote &note);
    /// The same of a mark; what it says to people, if anything, becomes a comment on the next message's
    /// packet.
    void mark(std::span<const CaptureNote> notes, const QString &words);
    /// Writes what need not wait. The Error with which recording stops is answered once.
    Result<void> flush(Moment now = std::chrono::steady_clock::now());

    /// The first `size` bytes of the message whose first packet begins at `offset`; empty when they are not
    /// there.
    [[nodiscard]] QByteArray payload(qint64 offset, qint64 size) const;
    [[nodiscard]] QString path() const { return m_file->path(); }
    [[nodiscard]] bool isTemporary() const noexcept { return m_file->isTemporary(); }
    /// The sentence with which recording stopped; empty while it goes on.
    [[nodiscard]] QString fault() const;
    /// Copies what is there to a new file, moved into place whole.
    Result<void> save(const QString &path);

private:
    struct HeldPacket
    {
        qint64 offset = 0; ///< of its block
        Direction direction = Direction::ClientToServer;
    };
    struct Stream
    {
        SyntheticConnection tcp;
        std::vector<HeldPacket> held; ///< packets without the client's endpoint
        Moment since; ///< when the first of them came
        Endpoint client;
        Endpoint server;
    };
    using Streams = std::unordered_map<ConnectionNumber, Stream>;

    Capture(qint64 wallStartNs, std::unique_ptr<CaptureFile> file);
    qint64 appendSegments(ConnectionNumber connection, Stream &stream, qint64 clockNs, int noted,
                          QByteArrayView comment);
    void appendNoteBlock(const CaptureNote &note);
    void settle(Stream &stream, Endpoint client);
    void settleUntold(Moment now);
    void settleAll();
    void forgetIfOver(Streams::iterator stream);
    void writeSome(Moment now);
    void write(qint64 until);
    [[nodiscard]] QByteArray tailAsItStands();
    [[nodiscard]] QByteArray read(qint64 offset, qint64 size) const;

    mutable std::mutex m_mutex; ///< guards all below, but for what CaptureFile says of itself
    const qint64 m_wallStartNs;
    const std::unique_ptr<CaptureFile> m_file;
    Streams m_streams;
    std::map<qint64, ConnectionNumber> m_heldFrom; ///< first held packet's offset of each connection
    AddressBook m_addresses;
    std::vector<Segment> m_segments;
    QByteArray m_note; ///< of what is being recorded
    PendingWords m_words;
    Moment m_lastWrite;
    QString m_fault;
    qint64 m_lastStampNs = 0;
    quint16 m_identification = 0;
    quint16 m_serverPort = DefaultServerPort;
    bool m_isFaultTold = false;
};

} // namespace wiretale
