// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace wiretale {

/// A world on real sockets whose clock stands still whenever a socket is to be waited for, so that only
/// modelled time is measured.
class StillWorld
{
public:
    StillWorld(Technique technique, Settings settings)
        : m_engine({.port = 0, .seed = 7}, Clock::Drive::ByHand)
        , m_technique(technique)
    {
        settings.clients.fill(false);
        settings.clients[size_t(technique)] = true;
        m_engine.start(settings);
    }

    [[nodiscard]] const TrafficLog &log() const { return *m_log; }
    [[nodiscard]] bool isOpen()
    {
        m_log = m_engine.log();
        return m_log != nullptr;
    }
    [[nodiscard]] qint64 nowNs() { return m_engine.clock().now().count(); }
    void advance(std::chrono::nanoseconds time) { m_engine.clock().advance(time); }

    /// Lets sockets have their turns, and no time pass.
    static bool settle(const std::function<bool()> &condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            if (timer.hasExpired(30000))
                return false;
            QCoreApplication::processEvents();
        }
        return true;
    }

    /// The connection opens and the page is loaded; the clock stands when the first question is due.
    bool begin(std::chrono::nanoseconds latency)
    {
        if (!settle([&] { return m_log->journal().size() > 0; }) || !arrive(1))
            return false;
        advance(latency);
        const auto load = [&](MessageKind kind) {
            RecordNumber number = 0;
            return settle([&] { return (number = next(0, kind, Technique::Http)) != 0; }) && arrive(number);
        };
        return load(MessageKind::Request) && load(MessageKind::Response);
    }

    /// The first message after `number` of this kind and technique; 0: not yet.
    [[nodiscard]] RecordNumber next(RecordNumber number, MessageKind kind, Technique technique) const
    {
        const Journal &journal = m_log->journal();
        while (++number <= journal.size()) {
            const Record record = journal.at(number);
            if (record.kind == kind && record.technique == technique)
                return number;
        }
        return 0;
    }

    /// Waits for sockets until one departed, then lets it travel; 0 when that fails.
    RecordNumber delivered(RecordNumber after, MessageKind kind)
    {
        RecordNumber number = 0;
        const bool isThere = settle([&] { return (number = next(after, kind, m_technique)) != 0; });
        return isThere && arrive(number) ? number : 0;
    }

    bool arrive(RecordNumber number)
    {
        for (int i = 0; i < 60000; ++i) {
            if (m_log->journal().at(number).arrivedNs != Record::NotArrived)
                return true;
            advance(std::chrono::milliseconds(1));
        }
        return false;
    }

private:
    Engine m_engine;
    Technique m_technique;
    std::shared_ptr<const TrafficLog> m_log;
};

} // namespace wiretale
