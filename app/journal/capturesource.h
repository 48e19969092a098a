// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <memory>

namespace wiretale {

/// What a capture file holds next. The views are good until the next is asked for.
struct CaptureItem
{
    enum class Kind
    {
        Packet,
        Note, ///< a note of ours without a packet
        Name, ///< of an address
    };

    Kind kind = Kind::Packet;
    qint64 offset = 0; ///< of its block in the file
    qint64 end = 0; ///< behind its block
    qint64 stampNs = 0; ///< Unix time
    quint32 linkType = 0; ///< LINKTYPE_ of www.tcpdump.org
    qint64 originalSize = 0; ///< of the packet on its network; more than `bytes` when it was cut short
    QByteArrayView bytes; ///< the packet; a name's address, 4 or 16 bytes
    QByteArrayView note; ///< empty when there is none
    QByteArrayView name; ///< UTF-8
};

/// Reads a capture file from its beginning to its end, one item at a time: pcap (draft-ietf-opsawg-pcap) and
/// pcapng (draft-ietf-opsawg-pcapng), of either byte order. What it does not know it passes over.
///
/// A file is untrusted: whatever stands in it, each call ends, and takes no more memory than a block may
/// have.
class CaptureSource
{
public:
    /// A block that claims more is damaged; Wireshark draws the line there, too.
    static constexpr qint64 LongestBlock = qint64(16) * 1024 * 1024;

    /// An Error when the file cannot be read, or is no capture.
    static Result<std::unique_ptr<CaptureSource>> open(const QString &path);
    virtual ~CaptureSource() = default;
    CaptureSource(const CaptureSource &) = delete;
    CaptureSource &operator=(const CaptureSource &) = delete;

    enum class State
    {
        Whole, ///< there may be more
        End,
        Torn, ///< the file ends within a block
        Damaged
    };
    /// False when there is nothing more; state() says why.
    virtual bool next(CaptureItem &item) = 0;
    [[nodiscard]] State state() const noexcept { return m_state; }
    /// Behind the last whole block.
    [[nodiscard]] qint64 wholeEnd() const noexcept { return m_at; }
    [[nodiscard]] qint64 fileSize() const noexcept { return m_size; }
    /// The note of the first section; empty when the capture is not ours.
    [[nodiscard]] QByteArray sectionNote() const { return m_sectionNote; }

protected:
    explicit CaptureSource(std::unique_ptr<QFile> file);

    /// The next `count` bytes, or fewer at the file's end.
    QByteArrayView peek(qint64 count);
    void skip(qint64 count);
    [[nodiscard]] qint64 position() const noexcept { return m_at; }
    /// Answers false, for next() to return.
    bool stop(State state) noexcept;

    QByteArray m_sectionNote;

private:
    std::unique_ptr<QFile> m_file;
    QByteArray m_buffer;
    qint64 m_bufferAt = 0; ///< of its first byte in the file
    qint64 m_at = 0;
    qint64 m_size = 0;
    State m_state = State::Whole;
};

} // namespace wiretale
