// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/httpstream.h"

#include "server/eventtext.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>

#include <utility>

namespace wiretale {

namespace {

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 426:
        return "Upgrade Required";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return {}; // RFC 9112, 4: the phrase may be empty.
    }
}

// RFC 9110, 5.6.7
QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'")
        .toLatin1();
}

// RFC 9110, 6.4.1: these never have content; 8.6: nor, 304 apart, a Content-Length.
bool hasContent(int status)
{
    return status != 204 && status != 304;
}

} // namespace

HttpStream::HttpStream(QTcpSocket &socket, const RequestHead &request, QObject *parent)
    : QObject(parent)
    , m_socket(&socket)
    , m_headOnly(request.method == "HEAD")
    , m_chunks(request.minorVersion > 0)
    , m_closes(request.closes)
{
    connect(&socket, &QTcpSocket::disconnected, this, &HttpStream::onDisconnected);
    connect(&socket, &QTcpSocket::bytesWritten, this, &HttpStream::written);
}

HttpStream::~HttpStream() = default;

QByteArray HttpStream::head(int status, const QList<HttpHeader> &headers) const
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status)
        + "\r\nDate: " + httpDate() + "\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    if (m_closes)
        text += "Connection: close\r\n";
    return text;
}

void HttpStream::send(int status, const QList<HttpHeader> &headers, const QByteArray &body)
{
    if (m_state != State::Waiting || !m_socket)
        return;
    QByteArray text = head(status, headers);
    if (hasContent(status))
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    text += "\r\n";
    if (hasContent(status) && !m_headOnly)
        text += body;
    m_socket->write(text);
    finish();
}

void HttpStream::sendJson(int status, const QByteArray &json, QList<HttpHeader> headers)
{
    headers.prepend({"Content-Type", "application/json"});
    headers.append(HttpHeader {"Cache-Control", "no-store"});
    send(status, headers, json);
}

void HttpStream::refuse(const Refusal &refusal)
{
    sendJson(refusal.status, errorJson(refusal.sentence), refusal.headers);
}

void HttpStream::begin(int status, const QList<HttpHeader> &headers)
{
    if (m_state != State::Waiting || !m_socket)
        return;
    QList<HttpHeader> all = headers;
    if (m_chunks)
        all.append(HttpHeader {"Transfer-Encoding", "chunked"});
    m_state = State::Begun;
    m_socket->write(head(status, all) + "\r\n");
    if (m_headOnly)
        finish();
}

void HttpStream::write(const QByteArray &bytes)
{
    // A chunk of nothing would be the last one.
    if (m_state != State::Begun || !m_socket || bytes.isEmpty())
        return;
    m_socket->write(m_chunks ? QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n" : bytes);
}

void HttpStream::end()
{
    if (m_state != State::Begun || !m_socket)
        return;
    if (m_chunks)
        m_socket->write("0\r\n\r\n");
    finish();
}

qint64 HttpStream::bytesToWrite() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void HttpStream::keep(std::shared_ptr<void> companion)
{
    if (isOpen())
        m_companion = std::move(companion);
}

void HttpStream::finish()
{
    m_state = State::Over;
    m_socket->disconnect(this);
    m_companion.reset();
    Q_EMIT finished();
}

void HttpStream::onDisconnected()
{
    if (m_state == State::Over)
        return;
    m_state = State::Over;
    m_companion.reset();
    Q_EMIT abandoned();
}

} // namespace wiretale
