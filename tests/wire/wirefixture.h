// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/wire.h"
#include "common/clock.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <vector>

namespace wiretale {

/// What a wire told its sink, and whether that made sense.
class RecordingSink : public WireSink
{
public:
    struct Entry
    {
        Record record;
        QByteArray bytes;
        std::vector<qint64> eventIds;
        bool isLost = false;

        [[nodiscard]] bool hasArrived() const noexcept { return record.arrivedNs != Record::NotArrived; }
    };

    RecordNumber departed(const Record &record, QByteArrayView bytes,
                          std::span<const qint64> eventIds) override;
    void arrived(RecordNumber number, qint64 arrivedNs) override;
    void lost(RecordNumber number) override;
    void named(ConnectionNumber connection, const QString &client) override;

    [[nodiscard]] const Entry &at(RecordNumber number) const { return m_entries.at(number - 1); }
    [[nodiscard]] const std::vector<Entry> &entries() const noexcept { return m_entries; }
    /// Numbers in the order of their arrival.
    [[nodiscard]] const QList<RecordNumber> &arrivals() const noexcept { return m_arrivals; }
    [[nodiscard]] QList<RecordNumber> numbersOf(MessageKind kind) const;
    [[nodiscard]] qsizetype count(MessageKind kind) const { return numbersOf(kind).size(); }
    [[nodiscard]] qint64 bytesThatDeparted(Direction direction) const;
    /// The bytes of one direction of a connection that arrived, in the order of their arrival.
    [[nodiscard]] QByteArray stream(ConnectionNumber connection, Direction direction) const;
    [[nodiscard]] QString nameOf(ConnectionNumber connection) const { return m_names.value(connection); }
    [[nodiscard]] qsizetype undecidedCount() const;
    /// What broke the contract of a sink so far, in words; empty: nothing.
    [[nodiscard]] QString complaint() const { return m_complaint; }
    /// The same, for a wire whose connections are all over: each opened once, closed once each way (or
    /// reset), and named if its client said anything.
    [[nodiscard]] QString finalComplaint() const;

private:
    void complain(const QString &what, RecordNumber number);

    std::vector<Entry> m_entries;
    QList<RecordNumber> m_arrivals;
    QHash<ConnectionNumber, QString> m_names;
    QString m_complaint;
    qint64 m_lastTime = 0;
};

/// A server that does what a test tells it: it keeps its sockets, reads what comes and answers nothing.
class ScriptedServer : public QTcpServer
{
    Q_OBJECT

public:
    ScriptedServer();

    [[nodiscard]] int count() const { return int(m_sockets.size()); }
    [[nodiscard]] QTcpSocket &socket(int index = 0) { return *m_sockets.at(index); }
    [[nodiscard]] QByteArray received(int index = 0) const { return m_received.at(index); }
    /// Reads nothing, and takes no more than a few bytes off the kernel.
    void stopReading();
    void goOnReading();

private:
    void take(QTcpSocket *socket);
    void read(int index);

    QList<QTcpSocket *> m_sockets;
    QList<QByteArray> m_received;
    bool m_isReading = true;
};

/// A client that keeps what it was sent.
class ScriptedClient : public QTcpSocket
{
    Q_OBJECT

public:
    explicit ScriptedClient(quint16 port);
    [[nodiscard]] QByteArray received() const { return m_received; }
    void stopReading();
    void goOnReading();

private:
    void readAll();

    QByteArray m_received;
    bool m_isReading = true;
};

/// A wire between a scripted server and as many clients as wanted, on a clock driven by hand.
struct WireBench
{
    explicit WireBench(const LinkProfile &link = {});

    [[nodiscard]] std::unique_ptr<ScriptedClient> connectClient() const;
    /// A client whose opening has arrived, and whose handshake is over.
    [[nodiscard]] std::unique_ptr<ScriptedClient> connectAndOpen();
    /// Lets the sockets have their turns and the clock go on by `step`, again and again, until the condition
    /// holds; false when it does not come to hold.
    [[nodiscard]] bool drive(const std::function<bool()> &condition,
                             Nanoseconds step = std::chrono::milliseconds(5));
    /// The same with the clock as it stands.
    [[nodiscard]] bool waitFor(const std::function<bool()> &condition) { return drive(condition, {}); }
    /// Lets the sockets have so many turns that whatever would come of itself has come.
    void settle();

    Clock clock {Clock::Drive::ByHand};
    RecordingSink sink;
    ScriptedServer server;
    std::unique_ptr<Wire> wire;
};

} // namespace wiretale
