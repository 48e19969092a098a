// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/requesthead.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

class QTcpSocket;

namespace wiretale {

/// The answer to one request, written straight to its socket, whole or piece by piece (RFC 9112).
///
/// It has a Date; a Content-Length, chunks, or for HTTP/1.0 the connection's end to mark where it stops;
/// nothing of the kind with 204 and 304; and no body for HEAD. Every function may be called when the client
/// has left: it then does nothing. Lives until its request gate has been told finished() or abandoned().
class HttpStream : public QObject
{
    Q_OBJECT

public:
    HttpStream(QTcpSocket &socket, const RequestHead &request, QObject *parent);
    ~HttpStream() override;

    /// Answers at once.
    void send(int status, const QList<HttpHeader> &headers, const QByteArray &body = {});
    void sendJson(int status, const QByteArray &json, QList<HttpHeader> headers = {});
    void refuse(const Refusal &refusal);

    /// Begins an answer whose length is not known. HEAD is answered with it.
    void begin(int status, const QList<HttpHeader> &headers);
    /// One chunk: what is written in one call is read in one piece by whoever looks at chunks.
    void write(const QByteArray &bytes);
    void end();

    /// The connection ends with this answer, even if the client did not ask for it. Before send() or begin().
    void closeAfterwards() noexcept { m_closes = true; }
    [[nodiscard]] bool closes() const noexcept { return m_closes; }
    [[nodiscard]] bool isHeadOnly() const noexcept { return m_headOnly; }
    /// The client is there and the answer is not complete.
    [[nodiscard]] bool isOpen() const noexcept { return m_state != State::Over; }
    /// What the system has not taken yet; grows while the client does not read.
    [[nodiscard]] qint64 bytesToWrite() const;

    /// Keeps something alive until the answer is complete or the client has left.
    void keep(std::shared_ptr<void> companion);

Q_SIGNALS:
    void finished();
    /// The client left before the answer was complete.
    void abandoned();
    /// Bytes left for the client: there may be room for more.
    void written();

private:
    enum class State
    {
        Waiting,
        Begun,
        Over
    };

    [[nodiscard]] QByteArray head(int status, const QList<HttpHeader> &headers) const;
    void finish();
    void onDisconnected();

    QPointer<QTcpSocket> m_socket;
    std::shared_ptr<void> m_companion;
    State m_state = State::Waiting;
    bool m_headOnly = false;
    bool m_chunks = true;
    bool m_closes = false;
};

} // namespace wiretale
