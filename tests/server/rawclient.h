// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <optional>
#include <utility>

namespace wiretale {

/// A client that says exactly what it is told to, and keeps what it hears.
class RawClient : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        int status = 0;
        QByteArray head; ///< with the empty line
        QByteArray body; ///< without the chunks' framing
        QList<QByteArray> chunks;

        /// A field's value; empty when it is missing.
        [[nodiscard]] QByteArray value(const QByteArray &name) const;
        [[nodiscard]] bool has(const QByteArray &name) const
        {
            return head.toLower().contains("\r\n" + name.toLower() + ':');
        }
    };

    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);
    /// GET and what else it takes.
    void get(const QByteArray &target, const QByteArray &headers = {});
    /// Closes with a reset, as a client does that is killed.
    void abort() { m_socket.abort(); }

    /// Takes one whole answer off what was received; nothing while it is not whole. `toHead`: it has no body.
    [[nodiscard]] std::optional<Answer> takeAnswer(bool toHead = false);
    [[nodiscard]] const QByteArray &received() const noexcept { return m_received; }
    void forget() { m_received.clear(); }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// `GET target` in HTTP/1.1 with further header lines, each ended by CRLF.
[[nodiscard]] QByteArray requestBytes(const QByteArray &method, const QByteArray &target,
                                      const QByteArray &headers = {}, const QByteArray &body = {});

} // namespace wiretale

/// Waits for one whole answer; fails the test when none comes.
#define TAKE_ANSWER(name, client, ...)                                                                       \
    std::optional<wiretale::RawClient::Answer> name;                                                         \
    QTRY_VERIFY2(name || (name = (client).takeAnswer(__VA_ARGS__)), (client).received().constData())
