// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/presentermode.h"

#include "app/window/textsize.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>

namespace wiretale {

namespace {

// From the last row of a classroom.
constexpr double PresentedScale = 1.5;

} // namespace

PresenterMode::PresenterMode(QMainWindow *window, TextSize &textSize)
    : QAction(window)
    , m_window(window)
    , m_textSize(textSize)
{
    setShortcut(Qt::Key_F5);
    setCheckable(true);
    // Its menu is hidden while it is on; the key must go on working.
    window->addAction(this);
    connect(this, &QAction::toggled, this, &PresenterMode::toggle);
    retranslate();
}

void PresenterMode::toggle(bool on)
{
    if (on) {
        m_layout = m_window->saveState();
        m_scale = m_textSize.scale();
        m_wasFullScreen = m_window->isFullScreen();
        const QList<QDockWidget *> docks = m_window->findChildren<QDockWidget *>();
        for (QDockWidget *dock : docks)
            dock->setVisible(m_kept.contains(dock));
        const QList<QToolBar *> bars = m_window->findChildren<QToolBar *>();
        for (QToolBar *bar : bars)
            bar->hide();
    } else {
        m_window->restoreState(m_layout);
    }
    m_window->menuBar()->setVisible(!on);
    m_window->statusBar()->setVisible(!on);
    m_textSize.setScale(on ? std::max(m_scale, PresentedScale) : m_scale);
    m_window->setWindowState(m_window->windowState().setFlag(Qt::WindowFullScreen, on || m_wasFullScreen));
}

void PresenterMode::retranslate()
{
    setText(tr("&Presenter mode"));
    setToolTip(tr("Full screen and large type: the diagram, the narration and the score (F5)"));
}

} // namespace wiretale
