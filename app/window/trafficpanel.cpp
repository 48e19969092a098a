// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/trafficpanel.h"

#include <QVBoxLayout>

namespace wiretale {

namespace {

const QString ColumnsKey = QStringLiteral("window/trafficTable");

} // namespace

TrafficPanel::TrafficPanel(QWidget *parent)
    : QWidget(parent)
    , m_filter(new FilterBar(this))
    , m_table(new TrafficTable(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_filter);
    m_filter->setStore(&m_store);
    m_table->restoreState(m_store.value(ColumnsKey).toByteArray());
    connect(m_filter, &FilterBar::filterChanged, m_table, &TrafficTable::setFilter);
}

TrafficPanel::~TrafficPanel()
{
    m_store.setValue(ColumnsKey, m_table->saveState());
}

void TrafficPanel::setLog(const std::shared_ptr<const TrafficLog> &log)
{
    m_filter->setLog(log);
    m_table->setLog(log);
}

} // namespace wiretale
