// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>

#include <functional>

namespace wiretale {

class TrafficSaver;

/// Stands before whatever would lose traffic that is kept nowhere: asks whether it is to be saved first. Who
/// does not want to be asked says so once, and can take it back in the menu.
class UnsavedGuard : public QObject
{
    Q_OBJECT

public:
    /// The question belongs to `window`.
    UnsavedGuard(TrafficSaver &saver, QWidget *window);

    /// Whether before() would ask.
    [[nodiscard]] bool wouldAsk() const;
    /// Calls `goOn` at once when nothing would be lost; else asks, and calls it once the traffic is saved, or
    /// is not wanted. `dropped` is called before it when it is not wanted.
    void before(const std::function<void()> &goOn, const std::function<void()> &dropped = {});
    /// Checked while it asks.
    [[nodiscard]] QAction *askAction() noexcept { return &m_ask; }
    void retranslate();

private:
    TrafficSaver &m_saver;
    QWidget *m_window;
    QAction m_ask;
};

} // namespace wiretale
