// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <map>

namespace wiretale {

/// Puts the bytes of one direction of a TCP connection in order (RFC 9293, 3.4), whatever was sent again,
/// came out of order, overlaps or is not there. Where two segments disagree on a byte, the first to come
/// counts.
class SegmentQueue
{
public:
    /// More than a window; beyond it what is missing will not come any more.
    static constexpr qint64 MostWaiting = qint64(4) * 1024 * 1024;

    /// The sequence number of the first byte. Until it is told, the first segment that comes is the first.
    void begin(quint32 first);

    enum class Outcome
    {
        InOrder,
        Again, ///< nothing in it is new
        Early ///< something before it is missing yet
    };
    Outcome take(quint32 sequence, QByteArrayView bytes);
    /// What follows on what was handed out before; empty when it is missing.
    [[nodiscard]] QByteArray next();
    [[nodiscard]] bool hasGap() const noexcept { return !m_waiting.empty(); }
    [[nodiscard]] bool isFull() const noexcept { return m_waitingBytes > MostWaiting; }
    /// Gives up what is missing; answers how many bytes that are.
    qint64 skipGap();

    [[nodiscard]] bool hasBegun() const noexcept { return m_hasBegun; }
    /// What the other side acknowledges when it has all that was handed out.
    [[nodiscard]] quint32 nextSequence() const noexcept { return m_next; }

private:
    std::map<qint64, QByteArray> m_waiting; ///< by offset in the stream
    QByteArray m_ready;
    qint64 m_waitingBytes = 0;
    qint64 m_offset = 0; ///< of the byte after the ready ones
    quint32 m_next = 0; ///< its sequence number
    bool m_hasBegun = false;
};

} // namespace wiretale
