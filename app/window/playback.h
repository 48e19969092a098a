// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace wiretale {

class History;

/// Plays a recording again: moves the moment that the window looks at on, at a rate, up to the recording's
/// end. From the beginning when the window looks at the end already. Somebody who picks another moment
/// meanwhile has it go on from there.
class Playback : public QObject
{
    Q_OBJECT

public:
    explicit Playback(History &history, QObject *parent = nullptr);

    /// Another recording, or none; nothing plays after it.
    void setLog(std::shared_ptr<const TrafficLog> log);
    void setRate(double rate) noexcept { m_rate = rate; }
    [[nodiscard]] bool isPlaying() const { return m_isPlaying; }
    void play();
    void pause();
    /// To the next arrival or departure; pauses.
    void step();
    /// Lets that much real time pass; called by a timer while it plays.
    void advance(std::chrono::nanoseconds elapsed);

Q_SIGNALS:
    void playingChanged(bool isPlaying);

private:
    void setPlaying(bool isPlaying);
    /// Where it goes on from.
    [[nodiscard]] qint64 fromNs() const;

    History &m_history;
    std::shared_ptr<const TrafficLog> m_log;
    QTimer m_frame;
    QElapsedTimer m_sinceFrame;
    double m_rate = 1;
    bool m_isPlaying = false;
};

} // namespace wiretale
