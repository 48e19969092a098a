// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/journal.h"

#include <QString>

#include <map>
#include <vector>

/// What a Journal promises, done the simplest way: one vector, and a scan from its beginning for every
/// question. It is told the same things and asked the same questions.
class NaiveJournal
{
public:
    wiretale::RecordNumber append(wiretale::Record record, const std::vector<qint64> &eventIds);
    void setArrived(wiretale::RecordNumber number, qint64 arrivedNs);
    void setCut(wiretale::RecordNumber number);
    void nameConnection(wiretale::ConnectionNumber connection, const QString &client);

    [[nodiscard]] std::vector<wiretale::RecordNumber> meeting(qint64 fromNs, qint64 toNs) const;
    [[nodiscard]] std::vector<wiretale::ChunkSummary> chunks(qint64 fromNs, qint64 toNs) const;
    [[nodiscard]] quint64 wireBytesBefore(qint64 ns) const;
    [[nodiscard]] wiretale::RecordNumber firstDepartedFrom(qint64 ns) const;
    [[nodiscard]] std::vector<wiretale::ExchangeSpan> exchanges(qint64 fromNs, qint64 toNs) const;
    [[nodiscard]] std::vector<wiretale::ConnectionSpan> connections(qint64 fromNs, qint64 toNs) const;
    [[nodiscard]] std::vector<wiretale::ClientEntry> clients() const;

    std::vector<wiretale::Record> records;
    std::vector<std::vector<qint64>> ids;

private:
    [[nodiscard]] wiretale::ExchangeSpan exchangeOf(wiretale::RecordNumber request) const;
    [[nodiscard]] wiretale::ConnectionSpan connectionOf(wiretale::ConnectionNumber number) const;
    [[nodiscard]] static qint64 endOf(const wiretale::Record &record);

    struct Naming
    {
        QString client;
        size_t afterRecords = 0; ///< how many records there were then
    };
    std::map<wiretale::ConnectionNumber, Naming> m_names;
    std::vector<QString> m_clientsInOrder;
};
