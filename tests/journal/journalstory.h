// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/journal.h"
#include "tests/journal/naivejournal.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <vector>

/// Tells a Journal and a NaiveJournal the same random story.
class JournalStory
{
public:
    static constexpr qint64 Ms = 1'000'000;

    explicit JournalStory(quint32 seed)
        : m_random(seed)
    {
    }

    void goOn(int records)
    {
        for (int i = 0; i < records; ++i) {
            m_nowNs += below(4) == 0 ? 0 : below(2 * Ms);
            arriveWhatIsDue();
            appendOne();
        }
    }

    wiretale::Journal journal;
    NaiveJournal naive;

    [[nodiscard]] qint64 nowNs() const { return m_nowNs; }
    qint64 below(qint64 limit) { return std::uniform_int_distribution<qint64>(0, limit - 1)(m_random); }

private:
    struct Line
    {
        std::vector<wiretale::RecordNumber> requests;
        bool isNamed = false;
        int closings = 0;
    };

    void appendOne()
    {
        const size_t line
            = m_lines.empty() || below(12) == 0 ? m_lines.size() : size_t(below(qint64(m_lines.size())));
        wiretale::Record record = line == m_lines.size() ? opening() : message(m_lines[line]);
        record.connection = wiretale::ConnectionNumber(line + 1);
        record.departedNs = m_nowNs;
        record.wallNs = m_nowNs + 5;
        std::vector<qint64> ids(below(3) == 0 ? size_t(below(4)) : 0);
        std::generate(ids.begin(), ids.end(), [this] { return below(1000) - 1; });
        const wiretale::RecordNumber number = journal.append(record, ids);
        QCOMPARE(number, naive.append(record, ids));
        if (record.kind == wiretale::MessageKind::Request)
            m_lines[line].requests.push_back(number);
        if (record.kind == wiretale::MessageKind::Request && !m_lines[line].isNamed && below(2) == 0) {
            m_lines[line].isNamed = true;
            const QString client = QStringLiteral("client %1").arg(below(9));
            journal.nameConnection(record.connection, client);
            naive.nameConnection(record.connection, client);
        }
        // Most arrive soon, some at once, a few after many chunks, a few never.
        const qint64 fate = below(20);
        if (fate > 0)
            m_due.emplace(m_nowNs + (fate < 4 ? 0 : fate == 4 ? 900 * Ms : below(20 * Ms)), number);
    }

    wiretale::Record opening()
    {
        m_lines.emplace_back();
        wiretale::Record record;
        record.kind = wiretale::MessageKind::Open;
        return record;
    }

    wiretale::Record message(Line &line)
    {
        wiretale::Record record;
        record.wireBytes = quint32(below(2000));
        record.payloadBytes = record.wireBytes / 3;
        record.technique = below(3) == 0 ? wiretale::Technique(below(wiretale::TechniqueCount))
                                         : wiretale::Technique::Http;
        record.captureOffset = below(1 << 30);
        const qint64 choice = below(30);
        if (choice == 0 && line.closings < 2) {
            ++line.closings;
            record.kind = wiretale::MessageKind::Close;
            record.direction = wiretale::Direction(below(2));
        } else if (choice < 9 || line.requests.empty()) {
            record.kind = wiretale::MessageKind::Request;
        } else {
            const std::array kinds {wiretale::MessageKind::Response, wiretale::MessageKind::Chunk,
                                    wiretale::MessageKind::Event,    wiretale::MessageKind::Frame,
                                    wiretale::MessageKind::Opaque,   wiretale::MessageKind::Heartbeat};
            record.kind = kinds[size_t(below(qint64(kinds.size())))];
            record.code = std::array<quint16, 5> {100, 101, 103, 200, 204}[size_t(below(5))];
            record.direction
                = below(5) == 0 ? wiretale::Direction::ClientToServer : wiretale::Direction::ServerToClient;
            record.exchange = below(9) == 0 ? 0 : line.requests[size_t(below(qint64(line.requests.size())))];
            record.flags = wiretale::RecordFlag(below(2) * quint16(wiretale::RecordFlag::Final)
                                                | below(2) * quint16(wiretale::RecordFlag::Empty));
        }
        return record;
    }

    void arriveWhatIsDue()
    {
        while (!m_due.empty() && m_due.begin()->first <= m_nowNs) {
            const auto [ns, number] = *m_due.begin();
            m_due.erase(m_due.begin());
            if (below(15) == 0) {
                journal.setCut(number);
                naive.setCut(number);
            } else {
                journal.setArrived(number, ns);
                naive.setArrived(number, ns);
            }
        }
    }

    std::mt19937 m_random;
    std::vector<Line> m_lines;
    std::multimap<qint64, wiretale::RecordNumber> m_due;
    qint64 m_nowNs = 0;
};
