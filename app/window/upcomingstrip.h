// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"
#include "common/clock.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace wiretale {

/// A line that says what comes next: the clients' next polls, time-outs and reconnects, the server's
/// heartbeats, counting down on the program's clock; of clients that are alike, the first. While the window
/// looks back, it says so instead; of a recording, what can be done with it.
class UpcomingStrip : public QWidget
{
    Q_OBJECT

public:
    explicit UpcomingStrip(QWidget *parent = nullptr);

    void setClients(const QList<wiretale::ClientState> &clients);
    void setPace(const wiretale::ClockPace &pace);
    /// The window looks at that moment (clock nanoseconds); nothing: at what happens now.
    void setMoment(std::optional<qint64> ns);
    /// What is shown was recorded before, and nothing comes next.
    void setRecorded(bool isRecorded);
    /// What the line says at clock time `nowNs`.
    [[nodiscard]] QString textAt(qint64 nowNs) const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QStringList partsAt(qint64 nowNs) const;
    void showNow();

    QList<ClientState> m_clients;
    ClockPace m_pace;
    std::optional<qint64> m_moment;
    bool m_isRecorded = false;
    QTimer m_tick;
    QLabel *m_text;
};

} // namespace wiretale
