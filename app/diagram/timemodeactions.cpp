// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/timemodeactions.h"

namespace wiretale {

TimeModeActions::TimeModeActions(QObject *parent)
    : QObject(parent)
    , m_group(nullptr)
{
    for (int i = 0; i < TimeModeCount; ++i) {
        QAction &action = m_modes[size_t(i)];
        action.setCheckable(true);
        m_group.addAction(&action);
        m_menu.addAction(&action);
        connect(&action, &QAction::triggered, this, [this, i] { setMode(TimeMode(i)); });
    }
    m_modes[size_t(m_mode)].setChecked(true);
    m_cycle.setShortcut(Qt::Key_T);
    connect(&m_cycle, &QAction::triggered, this,
            [this] { setMode(TimeMode((int(m_mode) + 1) % TimeModeCount)); });
    retranslate();
}

void TimeModeActions::setMode(TimeMode mode)
{
    if (std::exchange(m_mode, mode) == mode)
        return;
    m_modes[size_t(mode)].setChecked(true);
    Q_EMIT modeChanged(mode);
}

QString TimeModeActions::word(TimeMode mode)
{
    switch (mode) {
    case TimeMode::Folded:
        //: How the diagram draws time, in a word above its ruler: idle stretches are left out
        return tr("folded");
    case TimeMode::Linear:
        //: How the diagram draws time, in a word above its ruler: as it passes
        return tr("linear");
    case TimeMode::Steps:
        break;
    }
    //: How the diagram draws time, in a word above its ruler: every message the same distance
    return tr("steps");
}

void TimeModeActions::retranslate()
{
    m_menu.setTitle(tr("&Time is drawn"));
    m_modes[size_t(TimeMode::Folded)].setText(tr("&Folded: idle stretches are left out"));
    m_modes[size_t(TimeMode::Linear)].setText(tr("&Linear: as it passes"));
    m_modes[size_t(TimeMode::Steps)].setText(tr("By &steps: every message the same distance"));
    m_cycle.setText(tr("&Next way of drawing time"));
}

} // namespace wiretale
