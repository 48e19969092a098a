// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace wiretale {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal, so that a run that is interrupted still writes its
/// files. While it exists a second signal of the same kind ends the program at once. One object at a time.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;

Q_SIGNALS:
    void received();

private:
    void onReadable();

    std::array<int, 2> m_pipe;
    QSocketNotifier m_notifier;
};

} // namespace wiretale
