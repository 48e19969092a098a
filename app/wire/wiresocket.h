// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/pendingbytes.h"

#include <QByteArrayView>
#include <QObject>
#include <QSocketNotifier>

#include <span>

namespace wiretale {

class WireSocket;

/// Tells its socket by a plain call: a signal through a signal is a good part of what a message costs.
class WireNotifier : public QSocketNotifier
{
    Q_OBJECT

public:
    WireNotifier(Type type, WireSocket &socket, void (WireSocket::*then)());

protected:
    bool event(QEvent *event) override;

private:
    WireSocket &m_socket;
    void (WireSocket::*m_then)();
};

/// One end of a relayed connection: a TCP descriptor that never blocks, and hardly more.
///
/// Unlike QTcpSocket it reads straight into its caller's buffer, sends at once instead of in the next turn of
/// the event loop, can end its sending alone (RFC 9293, 3.6), tells a reset from an end in order, and hears
/// of a reset also while nobody reads. What the system does not take at once waits in memory: ask
/// bytesToWrite() before writing more. Signals come from the event loop only, never from within a function.
class WireSocket : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Idle, ///< not begun
        Connecting,
        Open,
        Closed ///< by close(), reset(), or because it could not connect
    };
    enum class Ending
    {
        None,
        InOrder, ///< a FIN, or closed by this side
        Reset ///< a RST, or refused
    };

    explicit WireSocket(QObject *parent = nullptr);
    /// Closes.
    ~WireSocket() override;

    /// Takes a connected descriptor over. Only an idle one.
    void adopt(int descriptor);
    /// Begins to connect to 127.0.0.1; settled() tells when that is over. Only an idle one.
    void connectTo(quint16 port);
    [[nodiscard]] State state() const noexcept { return m_state; }

    /// Lets the system acknowledge what comes with what is sent, or within 40 ms. Only for an open one, and
    /// only where the other side does not wait for acknowledgements before it sends on (TCP_NODELAY).
    void acknowledgeLate() const;

    /// Whether readable() comes when there is something to read. Off at first.
    void setReading(bool wanted);
    /// How many bytes were read; 0 when there are none, for now or for ever.
    [[nodiscard]] qint64 read(std::span<char> buffer);
    /// Reads up to `limit` bytes ahead of read(), and shows all that was read so.
    [[nodiscard]] QByteArrayView readAhead(qint64 limit);
    /// How the other side ended its sending, once all it had sent was read.
    [[nodiscard]] Ending ending() const noexcept;
    /// The other side is known to have ended its sending; there may be bytes left to read.
    [[nodiscard]] bool isEndSeen() const noexcept { return m_ending != Ending::None || m_isHungUp; }
    /// Both directions are over: only what came before can still be read.
    [[nodiscard]] bool isHungUp() const noexcept { return m_isHungUp; }

    /// Sends, or keeps what cannot be sent yet. False when there is nobody to send to any more.
    bool write(QByteArrayView bytes);
    [[nodiscard]] qint64 bytesToWrite() const noexcept { return m_waiting.size(); }
    /// Sends a FIN behind all that was written.
    void endSending();

    /// Closes in order; what waits to be sent is dropped.
    void close();
    /// Closes with a RST: nothing that waits is sent, here or in the system.
    void reset();

Q_SIGNALS:
    /// Open now, or closed because it could not be opened.
    void settled();
    void readable();
    /// Some of what waited was sent.
    void roomMade();
    /// isHungUp() came to hold.
    void hungUp();

private:
    void open(int descriptor);
    void watch();
    void release();
    void onWritable();
    void onConnected();
    void onHungUp();
    void breakOff();
    [[nodiscard]] bool isStillThere();
    void sendWaiting();
    [[nodiscard]] qint64 receive(char *buffer, qint64 size);

    WireNotifier m_readNotifier {QSocketNotifier::Read, *this, &WireSocket::readable};
    /// On while something waits or it connects.
    WireNotifier m_writeNotifier {QSocketNotifier::Write, *this, &WireSocket::onWritable};
    /// On while nobody reads. Of "exceptions" TCP has but urgent data, which nobody sends; a hang-up and an
    /// error always count as one.
    WireNotifier m_hangUpNotifier {QSocketNotifier::Exception, *this, &WireSocket::onHungUp};
    PendingBytes m_waiting; ///< to be sent
    PendingBytes m_ahead; ///< read ahead
    int m_descriptor = -1;
    State m_state = State::Idle;
    Ending m_ending = Ending::None;
    bool m_isReading = false;
    bool m_isHungUp = false;
    bool m_isBroken = false; ///< the other side reset it
    bool m_endsSending = false;
};

} // namespace wiretale
