// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <optional>

namespace wiretale {

/// A server that knows nothing of events: it hands each request to the test, which answers with bytes of its
/// own. Only the page it serves by itself, until told otherwise.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        QByteArray head; ///< with the empty line
        QByteArray body;
        QPointer<QTcpSocket> socket;

        [[nodiscard]] QByteArray method() const { return head.first(head.indexOf(' ')); }
        [[nodiscard]] QByteArray target() const;
        /// A field's value; empty when it is missing.
        [[nodiscard]] QByteArray value(const QByteArray &name) const;
        void answer(const QByteArray &bytes) const;
        /// Ends the connection after what was answered.
        void close() const { socket->disconnectFromHost(); }
        [[nodiscard]] bool isClosed() const
        {
            return !socket || socket->state() == QAbstractSocket::UnconnectedState;
        }
    };

    ScriptedServer();

    [[nodiscard]] QUrl origin() const;
    /// The oldest request that was not taken yet; pages that were served are none.
    [[nodiscard]] std::optional<Question> next();
    [[nodiscard]] qsizetype waitingCount() const noexcept { return m_questions.size(); }
    /// Whoever connects from now on is refused.
    void leave() { m_server.close(); }
    /// Pages are questions from now on.
    void leavePagesToTheTest() noexcept { m_servesPages = false; }
    /// Method and target of all requests so far, in their order.
    [[nodiscard]] const QList<QByteArray> &asked() const noexcept { return m_asked; }
    [[nodiscard]] int connectionCount() const noexcept { return m_connectionCount; }

    /// What came on a connection that speaks HTTP no longer.
    [[nodiscard]] QByteArray &bytesOf(const QTcpSocket *socket) { return m_received[socket]; }
    /// Accepts a WebSocket (RFC 6455, 4.2.2); then only bytesOf() has what comes.
    void acceptSocket(const Question &question);

private:
    void onConnection();
    void onReadyRead(QTcpSocket *socket);

    QTcpServer m_server;
    QHash<const QTcpSocket *, QByteArray> m_received;
    QList<const QTcpSocket *> m_webSockets;
    QList<Question> m_questions;
    QList<QByteArray> m_asked;
    int m_connectionCount = 0;
    bool m_servesPages = true;
};

/// An HTTP/1.1 answer with Content-Length, but for 204 and 304; each of `headers` ends with CRLF.
[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &body = {}, const QByteArray &headers = {});
/// One event as JSON.
[[nodiscard]] QByteArray eventText(int id, const QByteArray &data);
/// One chunk of an answer in chunks.
[[nodiscard]] QByteArray chunk(const QByteArray &bytes);

/// An unmasked frame, as servers send them. `first` is the first byte: FIN and opcode.
[[nodiscard]] QByteArray serverFrame(quint8 first, const QByteArray &payload);
struct ClientFrame
{
    quint8 first = 0;
    QByteArray payload;
    friend bool operator==(const ClientFrame &, const ClientFrame &) = default;
};
/// Takes one whole masked frame off `bytes`.
[[nodiscard]] std::optional<ClientFrame> takeClientFrame(QByteArray &bytes);

} // namespace wiretale

/// Waits for the next request; fails the test when none comes.
#define NEXT_QUESTION(name, server)                                                                          \
    std::optional<wiretale::ScriptedServer::Question> name;                                                  \
    QTRY_VERIFY2((name) || ((name) = (server).next()), (server).asked().join(", ").constData())
