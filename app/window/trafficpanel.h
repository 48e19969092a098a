// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/filterbar.h"
#include "app/window/traffictable.h"

#include <QSettings>
#include <QWidget>

namespace wiretale {

/// The traffic table with its filter line.
class TrafficPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrafficPanel(QWidget *parent = nullptr);
    ~TrafficPanel() override;

    void setLog(const std::shared_ptr<const TrafficLog> &log);
    [[nodiscard]] TrafficTable &table() noexcept { return *m_table; }
    [[nodiscard]] FilterBar &filterBar() noexcept { return *m_filter; }

private:
    QSettings m_store;
    FilterBar *m_filter;
    TrafficTable *m_table;
};

} // namespace wiretale
