// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/requestgate.h"

#include "server/framescan.h"
#include "server/httpstream.h"

#include <QCoreApplication>
#include <QMetaMethod>

#include <chrono>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace wiretale {

namespace {

// How long and how much of what a refused client still sends is read away, so that it can read the answer.
constexpr std::chrono::seconds LingerTime {2};

// What a client may send ahead while its request is held.
constexpr qsizetype MostBytesAhead = qsizetype(128) * 1024;

} // namespace

void ClientSocket::disconnectNotify(const QMetaMethod &signal)
{
    if (!signal.isValid() && m_reconnect)
        m_reconnect();
    QTcpSocket::disconnectNotify(signal);
}

RequestGate::RequestGate(ClientSocket &socket, Clock &clock, const Rules &rules)
    : QObject(&socket)
    , m_socket(socket)
    , m_rules(rules)
    , m_reader(rules.settings().maxBodyBytes)
    , m_patience(clock, [this] {
        if (m_state == State::Lingering) {
            m_socket.abort();
        } else {
            refuse({.status = 408,
                    .sentence = QCoreApplication::translate("wiretale::RequestGate",
                                                            "The request did not come to its end in time."),
                    .headers = {}});
        }
    })
{
    tie();
    m_socket.setReconnect([this] { tie(); });
}

RequestGate::~RequestGate() = default;

void RequestGate::tie()
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &RequestGate::onReadyRead, Qt::UniqueConnection);
    connect(&m_socket, &QTcpSocket::disconnected, this, &RequestGate::onDisconnected, Qt::UniqueConnection);
}

void RequestGate::onReadyRead()
{
    // While a handshake is on its way to QWebSocketServer, the socket's buffer is not ours.
    if (m_releasing || m_state == State::Upgrading)
        return;
    // QHttpServer opens a transaction whenever it looks for bytes, and there were none left for it.
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    const QByteArray bytes = m_socket.readAll();
    switch (m_state) {
    case State::Frames:
        m_frames += bytes;
        releaseFrames();
        return;
    case State::Lingering:
    case State::Closed:
        return;
    default:
        break;
    }
    m_reader.feed(bytes);
    advance();
}

void RequestGate::advance()
{
    while (m_state == State::Reading) {
        m_reader.setMaxBodyBytes(m_rules.settings().maxBodyBytes);
        const RequestReader::Step step = m_reader.next();
        if (const auto *request = std::get_if<RequestReader::Request>(&step)) {
            m_patience.stop();
            serve(*request);
            continue;
        }
        if (const auto *refusal = std::get_if<Refusal>(&step)) {
            refuse(*refusal);
            return;
        }
        if (std::holds_alternative<RequestReader::WantsContinue>(step))
            m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
        const auto patience = m_rules.settings().requestTimeout;
        if (m_reader.isInside() && !m_patience.isActive() && patience.count() > 0)
            m_patience.start(patience);
        return;
    }
    // Later, for QHttpServer is still to be called about these bytes.
    if (m_state == State::Answering && m_reader.pendingBytes() > MostBytesAhead)
        QMetaObject::invokeMethod(
            &m_socket, [this] { m_socket.abort(); }, Qt::QueuedConnection);
}

void RequestGate::serve(const RequestReader::Request &request)
{
    const UpgradeVerdict verdict = m_rules.judgeUpgrade(request.head);
    if (const auto *refusal = std::get_if<Refusal>(&verdict)) {
        makeAnswer(request.head)->refuse(*refusal);
        return;
    }
    const bool upgrades = std::get<Upgrade>(verdict) == Upgrade::Accept;
    if (upgrades) {
        m_state = State::Upgrading;
        m_frames = m_reader.takeRest();
    } else {
        m_untaken = makeAnswer(request.head);
    }
    release(request.toBytes(upgrades));
    if (upgrades)
        return;
    if (m_untaken || m_socket.bytesAvailable() > 0) {
        // QHttpServer read the request in another way than we did, which is a reason to trust neither.
        m_socket.readAll();
        HttpStream *answer = std::exchange(m_untaken, nullptr);
        if (answer) {
            answer->closeAfterwards();
            answer->refuse({.status = 400,
                            .sentence = QCoreApplication::translate("wiretale::RequestGate",
                                                                    "The request could not be read."),
                            .headers = {}});
        }
    }
}

void RequestGate::release(const QByteArray &bytes)
{
    // QHttpServer makes a reader for each connection and gives it the socket (from Qt 6.5 on).
    if (!m_httpReader)
        m_httpReader = m_socket.parent();
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    for (auto byte = bytes.crbegin(); byte != bytes.crend(); ++byte)
        m_socket.ungetChar(*byte);
    m_releasing = true;
    m_rules.releasing(this);
    Q_EMIT m_socket.readyRead();
    m_rules.releasing(nullptr);
    m_releasing = false;
}

void RequestGate::beginFrames()
{
    m_state = State::Frames;
    // Qt 6.8 ties its HTTP reader to the socket once more when it is done with the handshake.
    if (m_httpReader)
        m_socket.disconnect(m_httpReader);
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    m_frames += m_socket.readAll();
    QMetaObject::invokeMethod(this, &RequestGate::releaseFrames, Qt::QueuedConnection);
}

void RequestGate::releaseFrames()
{
    if (m_state != State::Frames || m_frames.isEmpty())
        return;
    const FrameScan scan = scanClientFrames(m_frames, m_rules.settings().maxBodyBytes);
    if (scan.wholeBytes > 0) {
        const QByteArray whole = m_frames.first(scan.wholeBytes);
        m_frames.remove(0, scan.wholeBytes);
        release(whole);
    }
    if (m_state == State::Frames && scan.verdict != FrameScan::Verdict::Sound) {
        m_frames.clear();
        Q_EMIT frameRefused(scan.verdict == FrameScan::Verdict::Unmasked ? 1002 : 1009);
        linger();
    }
}

HttpStream *RequestGate::makeAnswer(const RequestHead &head)
{
    m_state = State::Answering;
    m_answer = new HttpStream(m_socket, head, this);
    connect(m_answer, &HttpStream::finished, this, &RequestGate::onAnswered);
    return m_answer;
}

void RequestGate::onAnswered()
{
    const bool closes = m_answer->closes();
    m_answer->deleteLater();
    m_answer = nullptr;
    if (m_state != State::Answering)
        return;
    if (closes) {
        m_state = State::Closed;
        // Queued: QHttpServer 6.8 deletes a socket that is no longer connected as soon as its request is
        // answered, with whatever it has yet to write.
        QMetaObject::invokeMethod(
            &m_socket, [this] { m_socket.disconnectFromHost(); }, Qt::QueuedConnection);
        return;
    }
    m_state = State::Reading;
    if (!m_releasing)
        advance();
}

void RequestGate::refuse(const Refusal &refusal)
{
    HttpStream *answer = makeAnswer({});
    m_state = State::Lingering;
    answer->closeAfterwards();
    answer->refuse(refusal);
    linger();
}

void RequestGate::turnAway()
{
    refuse({.status = 503,
            .sentence = QCoreApplication::translate("wiretale::RequestGate",
                                                    "The server has as many connections as it may have."),
            .headers = {{"Retry-After", "1"}}});
}

void RequestGate::leave()
{
    if (m_state == State::Frames)
        return;
    m_state = State::Closed;
    m_socket.flush();
    m_socket.disconnectFromHost();
}

void RequestGate::linger()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Lingering;
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &RequestGate::shutSending);
    m_patience.start(LingerTime);
    shutSending();
}

void RequestGate::shutSending()
{
    if (m_sendingShut || m_state != State::Lingering || m_socket.bytesToWrite() > 0)
        return;
    m_sendingShut = true;
#ifdef Q_OS_UNIX
    ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
#else
    m_socket.disconnectFromHost();
#endif
}

void RequestGate::onDisconnected()
{
    m_patience.stop();
    m_state = State::Closed;
    if (m_answer)
        m_answer->deleteLater();
    Q_EMIT closed();
}

} // namespace wiretale
