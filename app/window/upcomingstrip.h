// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"
#include "common/clock.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace wiretale {

/// A line that says what comes next: the clients' next polls, time-outs, heartbeats and reconnects, counting
/// down on the program's clock. Hidden while nothing is planned.
class UpcomingStrip : public QWidget
{
    Q_OBJECT

public:
    explicit UpcomingStrip(QWidget *parent = nullptr);

    void setClients(const QList<wiretale::ClientState> &clients);
    void setPace(const wiretale::ClockPace &pace);
    /// What the line says at clock time `nowNs`.
    [[nodiscard]] QString textAt(qint64 nowNs) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNow();

    QList<ClientState> m_clients;
    ClockPace m_pace;
    QTimer m_tick;
    QLabel *m_text;
};

} // namespace wiretale
