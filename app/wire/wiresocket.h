// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QSocketNotifier>

#include <functional>
#include <optional>

namespace wiretale {

/// One end of a relayed connection: a TCP socket that is read into the caller's buffer and sends at once.
///
/// It tells what QTcpSocket hides and a relay must pass on: whether a peer only ended its own sending (FIN)
/// or tore the connection (RST), each direction by itself. It keeps no bytes that were received, and of what
/// is sent only what the kernel had no room for. Callbacks come from the event loop, never from within a
/// call.
class WireSocket
{
public:
    enum class Ending
    {
        None,
        Orderly, ///< FIN: the peer sends no more, and may still listen
        Reset, ///< RST, or the system gave the connection up
        Unreachable ///< it never came about
    };

    WireSocket() = default;
    ~WireSocket();
    WireSocket(const WireSocket &) = delete;
    WireSocket &operator=(const WireSocket &) = delete;

    /// Takes a connection that was accepted.
    void take(qintptr descriptor);
    /// Begins to connect to the port on 127.0.0.1; `onConnected` tells when that came about, or failed.
    /// False, and Unreachable at once, when the system has no socket left.
    bool connectTo(quint16 port);

    std::function<void()> onConnected {}; ///< see ending() for whether it failed
    std::function<void()> onReadable {}; ///< there is something to read, or its end
    std::function<void()> onRoom {}; ///< some of what waited was sent

    [[nodiscard]] bool isConnecting() const noexcept { return m_isConnecting; }
    /// Why nothing more will come from the peer.
    [[nodiscard]] Ending ending() const noexcept { return m_ending; }
    /// Whether there is still somebody to send to, as far as is known.
    [[nodiscard]] bool canSend() const noexcept
    {
        return m_descriptor >= 0 && !m_isBroken && !m_isConnecting;
    }

    /// Calls onReadable only while it is on; it is off at first.
    void setReading(bool on);
    /// Up to `length` bytes into `buffer`: how many there were, 0 when there are none just now or no more
    /// (then ending() says why).
    qint64 read(char *buffer, qint64 length);
    /// Looks at what waits without taking it.
    [[nodiscard]] QByteArray peek(qint64 length) const;

    /// Sends, or keeps what the kernel does not take. False when the peer is gone.
    bool send(QByteArrayView bytes);
    [[nodiscard]] qint64 bytesToSend() const noexcept { return m_queue.size() - m_sent; }
    /// FIN, behind what waits to be sent.
    void endSending();
    /// RST; nothing more is sent or read.
    void reset();

private:
    void watch();
    void onWritable();
    void finishConnecting();
    qint64 sendNow(QByteArrayView bytes);
    void checkBroken();
    void close();

    int m_descriptor = -1;
    std::optional<QSocketNotifier> m_readNotifier;
    std::optional<QSocketNotifier> m_writeNotifier; // enabled only while something waits
    QByteArray m_queue;
    qint64 m_sent = 0; ///< of the queue
    Ending m_ending = Ending::None;
    bool m_isConnecting = false;
    bool m_isBroken = false; ///< sending failed
    bool m_endsBehindQueue = false;
};

} // namespace wiretale
