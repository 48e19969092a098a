// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"
#include "app/window/traffictable.h"
#include "app/window/traffictablemodel.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include <memory>
#include <vector>

/// A log of one connection, and a table that shows it.
class TrafficTableFixture : public QObject
{
    Q_OBJECT

protected:
    using Numbers = std::vector<wiretale::RecordNumber>;
    static constexpr qint64 Ms = 1'000'000;

    static wiretale::Filter filterOf(const char *line)
    {
        return std::get<wiretale::Filter>(wiretale::Filter::parse(QString::fromLatin1(line)));
    }

    void begin()
    {
        const auto log = wiretale::TrafficLog::create(0);
        QVERIFY(log);
        m_log = *log;
        m_nowMs = 0;
        add({.kind = wiretale::MessageKind::Open}); // record 1
        m_log->arrived(1, 5 * Ms);
        m_log->named(1, QStringLiteral("long-polling 1"));
        m_table = std::make_unique<wiretale::TrafficTable>();
        auto *model = const_cast<wiretale::TrafficTableModel *>(&m_table->model());
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
        m_table->resize(900, 300);
        m_table->show();
        m_table->setLog(m_log);
    }
    void end()
    {
        m_table.reset();
        m_log.reset();
    }
    wiretale::RecordNumber add(wiretale::Record record, const QByteArray &bytes = {})
    {
        record.wireBytes = quint32(bytes.size());
        record.connection = record.connection == 0 ? 1 : record.connection;
        return m_log->departed(record, bytes, {});
    }
    /// Request and answer, held for so long; returns the request's number.
    wiretale::RecordNumber poll(qint64 heldMs, int status = 200, const QByteArray &path = "/events")
    {
        m_nowMs += 10;
        const wiretale::RecordNumber request = add({.departedNs = m_nowMs * Ms,
                                                    .code = quint16(wiretale::HttpMethod::Get),
                                                    .kind = wiretale::MessageKind::Request,
                                                    .technique = wiretale::Technique::LongPolling},
                                                   "GET " + path + " HTTP/1.1\r\n\r\n");
        m_nowMs += 5;
        m_log->arrived(request, m_nowMs * Ms);
        m_nowMs += heldMs;
        const wiretale::RecordNumber answer = add({.departedNs = m_nowMs * Ms,
                                                   .payloadBytes = quint32(heldMs),
                                                   .exchange = request,
                                                   .flags = wiretale::RecordFlag::Final,
                                                   .code = quint16(status),
                                                   .kind = wiretale::MessageKind::Response,
                                                   .direction = wiretale::Direction::ServerToClient,
                                                   .technique = wiretale::Technique::LongPolling},
                                                  "HTTP/1.1 " + QByteArray::number(status) + " So\r\n\r\n");
        m_nowMs += 5;
        m_log->arrived(answer, m_nowMs * Ms);
        return request;
    }
    [[nodiscard]] QTableView *view() const { return m_table->findChild<QTableView *>(); }
    [[nodiscard]] QString cell(int row, wiretale::TrafficColumn column) const
    {
        return m_table->model().index(row, int(column)).data().toString();
    }
    [[nodiscard]] QString state() const { return m_table->findChild<QLabel *>()->text(); }
    [[nodiscard]] Numbers shown() const { return m_table->shownRecords(); }
    void sortBy(wiretale::TrafficColumn column, Qt::SortOrder order = Qt::AscendingOrder) const
    {
        view()->horizontalHeader()->setSortIndicator(int(column), order);
    }

    std::shared_ptr<wiretale::TrafficLog> m_log;
    std::unique_ptr<wiretale::TrafficTable> m_table;
    qint64 m_nowMs = 0;
};
