// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/pacedtimer.h"
#include "server/requestreader.h"
#include "server/serversettings.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace wiretale {

class HttpStream;

/// A client's connection as the server accepts it.
///
/// QHttpServer hands a socket to QWebSocketServer by cutting all its connections; this one says so, so that
/// a gate can tie itself to it again before anybody else does.
class ClientSocket : public QTcpSocket
{
    Q_OBJECT

public:
    using QTcpSocket::QTcpSocket;

    void setReconnect(std::function<void()> reconnect) { m_reconnect = std::move(reconnect); }

protected:
    void disconnectNotify(const QMetaMethod &signal) override;

private:
    std::function<void()> m_reconnect;
};

/// Stands between a connection and QHttpServer, which of itself keeps few of HTTP's rules.
///
/// It is tied to the socket's readyRead before QHttpServer is, takes all bytes away, and gives back one whole
/// and sound request at a time, the next one only when the answer to the last was complete. What breaks the
/// rules or the limits it answers itself. After an upgrade it gives back whole frames (RFC 6455).
class RequestGate : public QObject
{
    Q_OBJECT

public:
    enum class Upgrade
    {
        None, ///< the request is served as if it did not ask for one
        Accept
    };
    using UpgradeVerdict = std::variant<Upgrade, Refusal>;

    /// What a gate asks of the server that it belongs to.
    struct Rules
    {
        std::function<const ServerSettings &()> settings;
        /// Whether a request may become a WebSocket.
        std::function<UpgradeVerdict(const RequestHead &)> judgeUpgrade;
        /// Told before and, with nullptr, after a request is given to QHttpServer.
        std::function<void(RequestGate *)> releasing;
    };

    RequestGate(ClientSocket &socket, Clock &clock, const Rules &rules);
    ~RequestGate() override;

    /// The answer to the request that is being released; null for a handshake. Once for each request.
    [[nodiscard]] HttpStream *takeAnswer() noexcept { return std::exchange(m_untaken, nullptr); }
    [[nodiscard]] bool isUpgrading() const noexcept { return m_state == State::Upgrading; }
    [[nodiscard]] bool isUpgraded() const noexcept { return m_state == State::Frames; }
    /// No request is being read, answered or upgraded.
    [[nodiscard]] bool isIdle() const noexcept { return m_state == State::Reading; }
    [[nodiscard]] const ClientSocket &socket() const noexcept { return m_socket; }

    /// Hands what was written to the system, instead of in the next turn of the event loop.
    void sendNow() { m_socket.flush(); }
    /// A QWebSocket reads the socket now; frames are given to it from the next turn of the event loop.
    void beginFrames();
    /// Answers 503 and closes.
    void turnAway();
    /// Closes, unless a WebSocket is there, which closes by its own rules. What was written is still sent.
    void leave();
    /// Sends what is written, shuts the sending side, and goes when the client has gone (RFC 9112, 9.6).
    void linger();

Q_SIGNALS:
    /// A frame that must end the connection: 1002 or 1009.
    void frameRefused(quint16 closeCode);
    /// The connection is over. Emitted once.
    void closed();

private:
    enum class State
    {
        Reading,
        Answering,
        Upgrading,
        Frames,
        Lingering,
        Closed
    };

    void tie();
    void onReadyRead();
    void onDisconnected();
    void advance();
    void serve(const RequestReader::Request &request);
    void release(const QByteArray &bytes);
    void releaseFrames();
    void refuse(const Refusal &refusal);
    HttpStream *makeAnswer(const RequestHead &head);
    void onAnswered();
    void shutSending();

    ClientSocket &m_socket;
    Rules m_rules;
    RequestReader m_reader;
    PacedTimer m_patience;
    QPointer<HttpStream> m_answer;
    HttpStream *m_untaken = nullptr;
    QByteArray m_frames;
    QPointer<QObject> m_httpReader;
    State m_state = State::Reading;
    bool m_releasing = false;
    bool m_sendingShut = false;
};

} // namespace wiretale
