// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedserver.h"

#include "common/event.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace wiretale {

QByteArray ScriptedServer::Question::target() const
{
    return head.split(' ').value(1);
}

QByteArray ScriptedServer::Question::value(const QByteArray &name) const
{
    const qsizetype at = head.toLower().indexOf("\r\n" + name.toLower() + ':');
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 3;
    return head.sliced(begin, head.indexOf("\r\n", begin) - begin).trimmed();
}

void ScriptedServer::Question::answer(const QByteArray &bytes) const
{
    socket->write(bytes);
    socket->flush();
}

ScriptedServer::ScriptedServer()
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::onConnection);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl ScriptedServer::origin() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

std::optional<ScriptedServer::Question> ScriptedServer::next()
{
    return m_questions.isEmpty() ? std::nullopt : std::optional(m_questions.takeFirst());
}

void ScriptedServer::acceptSocket(const Question &question)
{
    const QByteArray key = question.value("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    m_webSockets.append(question.socket);
    question.answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    "Sec-WebSocket-Accept: "
                    + QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
}

void ScriptedServer::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connectionCount;
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
    }
}

void ScriptedServer::onReadyRead(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    while (!m_webSockets.contains(socket)) {
        const qsizetype headEnd = received.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Question question {.head = received.first(headEnd + 4), .body = {}, .socket = socket};
        const qsizetype length = question.value("Content-Length").toLongLong();
        if (received.size() < headEnd + 4 + length)
            return;
        question.body = received.sliced(headEnd + 4, length);
        received.remove(0, headEnd + 4 + length);
        m_asked.append(question.method() + ' ' + question.target());
        if (m_servesPages && question.target() == "/")
            question.answer(httpAnswer(200, "<!DOCTYPE html>", "Content-Type: text/html\r\n"));
        else
            m_questions.append(question);
    }
}

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " As Told\r\n" + headers;
    if (status != 204 && status != 304)
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

QByteArray eventText(int id, const QByteArray &data)
{
    return toJsonText({.id = id, .data = data});
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray serverFrame(quint8 first, const QByteArray &payload)
{
    Q_ASSERT_X(payload.size() < 126, "serverFrame", "longer ones were not needed so far");
    return QByteArray(1, char(first)) + char(payload.size()) + payload;
}

std::optional<ClientFrame> takeClientFrame(QByteArray &bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    qsizetype headSize = 2;
    qsizetype length = bytes[1] & 0x7f;
    if (length == 126) {
        headSize = 4;
        if (bytes.size() < headSize)
            return std::nullopt;
        length = qFromBigEndian<quint16>(bytes.constData() + 2);
    }
    if (bytes.size() < headSize + 4 + length)
        return std::nullopt;
    ClientFrame frame {.first = quint8(bytes[0]), .payload = bytes.sliced(headSize + 4, length)};
    for (qsizetype i = 0; i < length; ++i)
        frame.payload[i] = char(frame.payload[i] ^ bytes[headSize + i % 4]);
    bytes.remove(0, headSize + 4 + length);
    return frame;
}

} // namespace wiretale
