// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wiresocket.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace wiretale {

namespace {

// What was sent is taken out of the queue in pieces, so that a long queue is not moved for each.
constexpr qint64 LongestSentPart = qint64(256) * 1024;

void setOption(int descriptor, int level, int option, int value)
{
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

void prepare(int descriptor)
{
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    // Each message is sent whole, so waiting for more would only delay it.
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
}

bool wouldBlock(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

WireSocket::~WireSocket()
{
    close();
}

void WireSocket::close()
{
    m_readNotifier.reset();
    m_writeNotifier.reset();
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void WireSocket::take(qintptr descriptor)
{
    m_descriptor = int(descriptor);
    prepare(m_descriptor);
    watch();
}

void WireSocket::watch()
{
    m_readNotifier.emplace(m_descriptor, QSocketNotifier::Read);
    m_readNotifier->setEnabled(false);
    m_writeNotifier.emplace(m_descriptor, QSocketNotifier::Write);
    m_writeNotifier->setEnabled(false);
    QObject::connect(&*m_readNotifier, &QSocketNotifier::activated, &*m_readNotifier, [this] {
        if (onReadable)
            onReadable();
    });
    QObject::connect(&*m_writeNotifier, &QSocketNotifier::activated, &*m_writeNotifier,
                     [this] { onWritable(); });
}

bool WireSocket::connectTo(quint16 port)
{
    m_descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    if (m_descriptor < 0) {
        m_ending = Ending::Unreachable;
        return false;
    }
    prepare(m_descriptor);
    watch();
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_isConnecting = true;
    // Whether it fails at once or later, the descriptor becomes writable.
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        && errno != EINPROGRESS)
        m_ending = Ending::Unreachable;
    m_writeNotifier->setEnabled(true);
    return true;
}

void WireSocket::finishConnecting()
{
    m_isConnecting = false;
    m_writeNotifier->setEnabled(false);
    int error = 0;
    socklen_t length = sizeof error;
    if (::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &length) != 0 || error != 0)
        m_ending = Ending::Unreachable;
    if (m_ending == Ending::Unreachable)
        m_isBroken = true;
    if (onConnected)
        onConnected();
}

void WireSocket::setReading(bool on)
{
    if (m_readNotifier && m_readNotifier->isEnabled() != on)
        m_readNotifier->setEnabled(on);
}

qint64 WireSocket::read(char *buffer, qint64 length)
{
    if (m_descriptor < 0 || m_isConnecting || m_ending != Ending::None)
        return 0;
    const ssize_t count = ::recv(m_descriptor, buffer, size_t(length), 0);
    if (count > 0)
        return count;
    if (count < 0 && wouldBlock(errno))
        return 0;
    m_ending = count == 0 ? Ending::Orderly : Ending::Reset;
    m_isBroken = m_isBroken || m_ending == Ending::Reset;
    // The end stays readable for ever.
    setReading(false);
    return 0;
}

QByteArray WireSocket::peek(qint64 length) const
{
    QByteArray waiting(length, Qt::Uninitialized);
    const ssize_t count
        = m_descriptor < 0 ? 0 : ::recv(m_descriptor, waiting.data(), size_t(length), MSG_PEEK);
    waiting.truncate(std::max<ssize_t>(count, 0));
    return waiting;
}

// How much the kernel took; what it refuses for good breaks the socket.
qint64 WireSocket::sendNow(QByteArrayView bytes)
{
    const ssize_t count = ::send(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
    if (count >= 0)
        return count;
    if (!wouldBlock(errno))
        m_isBroken = true;
    return 0;
}

// Whether a peer that said that it sends no more is still there shows when it gets something: on loopback, a
// peer that is gone answers by a reset before send() is back.
void WireSocket::checkBroken()
{
    int error = 0;
    socklen_t length = sizeof error;
    if (::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 && error != 0)
        m_isBroken = true;
}

bool WireSocket::send(QByteArrayView bytes)
{
    if (!canSend() || m_endsBehindQueue)
        return false;
    if (bytesToSend() == 0)
        bytes = bytes.sliced(sendNow(bytes));
    if (m_ending == Ending::Orderly)
        checkBroken();
    if (m_isBroken)
        return false;
    if (!bytes.isEmpty()) {
        m_queue.append(bytes);
        m_writeNotifier->setEnabled(true);
    }
    return true;
}

void WireSocket::onWritable()
{
    if (m_isConnecting) {
        finishConnecting();
        return;
    }
    m_sent += sendNow(QByteArrayView(m_queue).sliced(m_sent));
    if (m_isBroken || bytesToSend() == 0) {
        m_queue.clear();
        m_sent = 0;
        m_writeNotifier->setEnabled(false);
        if (m_endsBehindQueue && !m_isBroken)
            ::shutdown(m_descriptor, SHUT_WR);
    } else if (m_sent > LongestSentPart) {
        m_queue.remove(0, std::exchange(m_sent, 0));
    }
    if (onRoom)
        onRoom();
}

void WireSocket::endSending()
{
    m_endsBehindQueue = true;
    if (canSend() && bytesToSend() == 0)
        ::shutdown(m_descriptor, SHUT_WR);
}

void WireSocket::reset()
{
    if (m_descriptor < 0)
        return;
    const linger atOnce {1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    // Callbacks may be what called us: their notifiers must outlive them.
    m_readNotifier->setEnabled(false);
    m_writeNotifier->setEnabled(false);
    ::close(std::exchange(m_descriptor, -1));
    m_queue.clear();
    m_sent = 0;
    m_isBroken = true;
    if (m_ending == Ending::None)
        m_ending = Ending::Reset;
}

} // namespace wiretale
