// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <map>

/// Stands for the wire: hands messages to a TrafficLog, and lets each arrive `transitNs` after its departure,
/// all in the order of time.
class Traffic
{
public:
    static constexpr qint64 Ms = 1'000'000;

    explicit Traffic(wiretale::TrafficLog &log, qint64 transitNs = 5 * Ms);

    /// Time passes; what is due arrives.
    void wait(qint64 ns);
    /// Until nothing is in flight.
    void settle();

    wiretale::ConnectionNumber open();
    wiretale::RecordNumber send(wiretale::ConnectionNumber connection, wiretale::MessageKind kind,
                                wiretale::Direction direction, const QByteArray &bytes, quint16 code = 0);
    wiretale::RecordNumber close(wiretale::ConnectionNumber connection, wiretale::Direction direction,
                                 bool isReset = false);

    /// GET, named by `client`, and its answer, with enough time for both.
    void poll(wiretale::ConnectionNumber connection, const QString &client, const QByteArray &body);
    /// Upgrade, then as many text frames each way.
    void webSocket(wiretale::ConnectionNumber connection, const QString &client, int frames);

    /// What was sent, all in one.
    [[nodiscard]] QByteArray sent(wiretale::ConnectionNumber connection, wiretale::Direction direction) const;
    [[nodiscard]] qint64 nowNs() const { return m_nowNs; }

    /// Messages that depart from now on never arrive.
    bool losesAll = false;

private:
    wiretale::RecordNumber depart(wiretale::Record record, const QByteArray &bytes);
    void name(wiretale::ConnectionNumber connection, const QString &client);

    wiretale::TrafficLog &m_log;
    std::multimap<qint64, wiretale::RecordNumber> m_due;
    QHash<wiretale::ConnectionNumber, std::array<QByteArray, 2>> m_sent;
    QHash<wiretale::ConnectionNumber, QString> m_names;
    qint64 m_transitNs;
    qint64 m_nowNs = 0;
    wiretale::ConnectionNumber m_connections = 0;
};
