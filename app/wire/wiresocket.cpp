// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wiresocket.h"

#include <QEvent>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace wiretale {

namespace {

bool isTemporary(int error) noexcept
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

// Reading the error takes it off the socket.
int takeError(int descriptor) noexcept
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

int beginToConnect(int descriptor, quint16 port) noexcept
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(port);
    address.sin_addr.s_addr = qToBigEndian(quint32(INADDR_LOOPBACK));
    const auto *generic = reinterpret_cast<const sockaddr *>(&address);
    return ::connect(descriptor, generic, sizeof address) == 0 ? 0 : errno;
}

} // namespace

WireNotifier::WireNotifier(Type type, WireSocket &socket, void (WireSocket::*then)())
    : QSocketNotifier(type)
    , m_socket(socket)
    , m_then(then)
{
}

bool WireNotifier::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QSocketNotifier::event(event);
    (m_socket.*m_then)();
    return true;
}

WireSocket::WireSocket(QObject *parent)
    : QObject(parent)
{
}

WireSocket::~WireSocket()
{
    release();
}

void WireSocket::adopt(int descriptor)
{
    Q_ASSERT_X(m_state == State::Idle, "WireSocket::adopt", "has a connection already");
    open(descriptor);
    m_state = State::Open;
    watch();
}

void WireSocket::connectTo(quint16 port)
{
    Q_ASSERT_X(m_state == State::Idle, "WireSocket::connectTo", "has a connection already");
    m_state = State::Connecting;
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
    int error = descriptor < 0 ? errno : 0;
    if (descriptor >= 0) {
        open(descriptor);
        error = beginToConnect(descriptor, port);
    }
    if (error == 0 || error == EINPROGRESS) {
        // One that is connected already is writable, too: it is told in the next turn like any other.
        watch();
        return;
    }
    release();
    m_ending = Ending::Reset;
    QMetaObject::invokeMethod(this, &WireSocket::settled, Qt::QueuedConnection);
}

void WireSocket::open(int descriptor)
{
    m_descriptor = descriptor;
    // Small messages must not wait for the acknowledgement of those before them.
    const int on = 1;
    (void)::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    for (QSocketNotifier *each : {&m_readNotifier, &m_writeNotifier, &m_hangUpNotifier})
        each->setSocket(descriptor);
}

/// Asks to be told of what matters in the present state, and of nothing else: a notifier that is on for what
/// nobody takes would be told of it again in every turn.
void WireSocket::watch()
{
    if (m_descriptor < 0)
        return;
    const bool isOpen = m_state == State::Open;
    const bool reads = isOpen && m_isReading && m_ending == Ending::None;
    const auto set = [](QSocketNotifier &notifier, bool isOn) {
        if (notifier.isEnabled() != isOn)
            notifier.setEnabled(isOn);
    };
    set(m_readNotifier, reads);
    set(m_writeNotifier, m_state == State::Connecting || (isOpen && m_waiting.size() > 0));
    set(m_hangUpNotifier, isOpen && !reads && !m_isHungUp);
}

void WireSocket::acknowledgeLate() const
{
    // Linux acknowledges a pushed segment as it is read, which on loopback takes longer than the reading.
    const int off = 0;
    (void)::setsockopt(m_descriptor, IPPROTO_TCP, TCP_QUICKACK, &off, sizeof off);
}

void WireSocket::release()
{
    m_state = State::Closed;
    if (m_descriptor < 0)
        return;
    for (QSocketNotifier *each : {&m_readNotifier, &m_writeNotifier, &m_hangUpNotifier})
        each->setEnabled(false);
    ::close(m_descriptor);
    m_descriptor = -1;
    m_waiting = {};
}

void WireSocket::setReading(bool wanted)
{
    m_isReading = wanted;
    watch();
}

qint64 WireSocket::receive(char *buffer, qint64 size)
{
    if (m_state != State::Open || m_ending != Ending::None)
        return 0;
    const ssize_t count = ::recv(m_descriptor, buffer, size_t(size), MSG_DONTWAIT);
    if (count > 0)
        return count;
    if (count < 0 && isTemporary(errno))
        return 0;
    if (count < 0) {
        m_isHungUp = true;
        breakOff();
    }
    m_ending = m_isBroken ? Ending::Reset : Ending::InOrder;
    watch();
    return 0;
}

qint64 WireSocket::read(std::span<char> buffer)
{
    if (m_ahead.size() == 0)
        return receive(buffer.data(), qint64(buffer.size()));
    const qint64 count = std::min(qint64(buffer.size()), qint64(m_ahead.size()));
    std::copy_n(m_ahead.view().data(), count, buffer.data());
    m_ahead.drop(count);
    return count;
}

QByteArrayView WireSocket::readAhead(qint64 limit)
{
    const qint64 room = limit - m_ahead.size();
    if (room > 0) {
        QByteArray piece(room, Qt::Uninitialized);
        m_ahead.append(QByteArrayView(piece).first(receive(piece.data(), room)));
    }
    return m_ahead.view();
}

WireSocket::Ending WireSocket::ending() const noexcept
{
    return m_ahead.size() > 0 ? Ending::None : m_ending;
}

bool WireSocket::write(QByteArrayView bytes)
{
    if (m_state != State::Open || m_isBroken || m_endsSending)
        return false;
    if (m_waiting.size() == 0) {
        const ssize_t count
            = ::send(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count == bytes.size())
            return m_ending == Ending::None || isStillThere();
        if (count < 0 && !isTemporary(errno)) {
            breakOff();
            return false;
        }
        bytes = bytes.sliced(std::max<ssize_t>(count, 0));
    }
    m_waiting.append(bytes);
    watch();
    return true;
}

/// A FIN does not tell whether the other side still listens. If it does not, its system answers what it gets
/// with a RST, which on this machine is there as soon as the sending is done.
bool WireSocket::isStillThere()
{
    if (takeError(m_descriptor) == 0)
        return true;
    breakOff();
    return false;
}

void WireSocket::sendWaiting()
{
    while (m_waiting.size() > 0) {
        const QByteArrayView bytes = m_waiting.view();
        const ssize_t count
            = ::send(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0) {
            if (!isTemporary(errno))
                breakOff();
            break;
        }
        m_waiting.drop(count);
    }
    if (m_waiting.size() == 0) {
        m_waiting = {}; // gives its memory back
        if (m_endsSending && !m_isBroken)
            ::shutdown(m_descriptor, SHUT_WR);
    }
    watch();
}

void WireSocket::endSending()
{
    if (m_state != State::Open || m_endsSending)
        return;
    m_endsSending = true;
    if (m_waiting.size() == 0 && !m_isBroken)
        ::shutdown(m_descriptor, SHUT_WR);
}

void WireSocket::close()
{
    release();
    if (m_ending == Ending::None)
        m_ending = Ending::InOrder;
}

void WireSocket::reset()
{
    if (m_descriptor >= 0) {
        const linger abortive {.l_onoff = 1, .l_linger = 0};
        (void)::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &abortive, sizeof abortive);
    }
    close();
}

/// The other side reset the connection. Its last bytes may still be there to read, and then its end.
void WireSocket::breakOff()
{
    m_isBroken = true;
    m_waiting = {};
    watch();
}

void WireSocket::onWritable()
{
    if (m_state == State::Connecting) {
        onConnected();
        return;
    }
    sendWaiting();
    Q_EMIT roomMade();
}

void WireSocket::onConnected()
{
    if (takeError(m_descriptor) == 0) {
        m_state = State::Open;
        watch();
    } else {
        release();
        m_ending = Ending::Reset;
    }
    Q_EMIT settled();
}

void WireSocket::onHungUp()
{
    m_isHungUp = true;
    if (takeError(m_descriptor) != 0)
        breakOff();
    watch();
    Q_EMIT hungUp();
}

} // namespace wiretale
