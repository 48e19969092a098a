// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include <QHostAddress>

namespace wiretale {

namespace {

// The chunks from `at` on, and where they end; nothing while they are not whole.
std::optional<qsizetype> readChunks(const QByteArray &bytes, qsizetype at, QList<QByteArray> &chunks)
{
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0)
            return std::nullopt;
        const qsizetype size = bytes.sliced(at, lineEnd - at).toLongLong(nullptr, 16);
        if (bytes.size() < lineEnd + 2 + size + 2)
            return std::nullopt;
        if (size == 0)
            return lineEnd + 4;
        chunks.append(bytes.sliced(lineEnd + 2, size));
        at = lineEnd + 2 + size + 2;
    }
}

} // namespace

QByteArray RawClient::Answer::value(const QByteArray &name) const
{
    const qsizetype at = head.toLower().indexOf("\r\n" + name.toLower() + ':');
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 3;
    return head.sliced(begin, head.indexOf("\r\n", begin) - begin).trimmed();
}

RawClient::RawClient(quint16 port)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_received += m_socket.readAll(); });
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void RawClient::send(const QByteArray &bytes)
{
    if (m_socket.state() == QAbstractSocket::ConnectingState
        || m_socket.state() == QAbstractSocket::HostLookupState)
        m_socket.waitForConnected();
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::get(const QByteArray &target, const QByteArray &headers)
{
    send(requestBytes("GET", target, headers));
}

std::optional<RawClient::Answer> RawClient::takeAnswer(bool toHead)
{
    const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    Answer answer;
    answer.head = m_received.first(headEnd + 4);
    answer.status = answer.head.sliced(9, 3).toInt();
    qsizetype end = headEnd + 4;
    const bool hasBody = !toHead && answer.status >= 200 && answer.status != 204 && answer.status != 304;
    if (hasBody && answer.has("Transfer-Encoding")) {
        const auto chunksEnd = readChunks(m_received, end, answer.chunks);
        if (!chunksEnd)
            return std::nullopt;
        answer.body = answer.chunks.join();
        end = *chunksEnd;
    } else if (hasBody && answer.has("Content-Length")) {
        const qsizetype length = answer.value("Content-Length").toLongLong();
        if (m_received.size() < end + length)
            return std::nullopt;
        answer.body = m_received.sliced(end, length);
        end += length;
    } else if (hasBody) {
        if (!isClosed())
            return std::nullopt;
        answer.body = m_received.sliced(end);
        end = m_received.size();
    }
    m_received.remove(0, end);
    return answer;
}

QByteArray requestBytes(const QByteArray &method, const QByteArray &target, const QByteArray &headers,
                        const QByteArray &body)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

} // namespace wiretale
