// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/presentermode.h"

#include "app/window/textsize.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>

namespace wiretale {

namespace {

// From the last row of a classroom.
constexpr double PresentedScale = 1.5;
constexpr std::chrono::seconds HintTime {5};
constexpr int HintMargin = 12;

} // namespace

PresenterMode::PresenterMode(QMainWindow *window, TextSize &textSize)
    : QAction(window)
    , m_window(window)
    , m_textSize(textSize)
    , m_escape(QKeySequence(Qt::Key_Escape), window)
    , m_hint(new QLabel(window))
{
    m_escape.setEnabled(false);
    connect(&m_escape, &QShortcut::activated, this, [this] { setChecked(false); });
    m_hint->hide();
    m_hint->setAutoFillBackground(true);
    m_hint->setBackgroundRole(QPalette::ToolTipBase);
    m_hint->setForegroundRole(QPalette::ToolTipText);
    m_hint->setMargin(HintMargin);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hintTime.setSingleShot(true);
    m_hintTime.setInterval(HintTime);
    connect(&m_hintTime, &QTimer::timeout, m_hint, &QWidget::hide);
    setShortcut(Qt::Key_F5);
    setCheckable(true);
    // Its menu is hidden while it is on; the key must go on working.
    window->addAction(this);
    connect(this, &QAction::toggled, this, &PresenterMode::toggle);
    retranslate();
}

void PresenterMode::toggle(bool on)
{
    m_escape.setEnabled(on);
    if (on)
        begin();
    else
        end();
}

void PresenterMode::begin()
{
    m_layout = m_window->saveState();
    m_scale = m_textSize.scale();
    m_wasFullScreen = m_window->isFullScreen();
    const QList<QDockWidget *> docks = m_window->findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks)
        dock->setVisible(m_kept.contains(dock));
    const QList<QToolBar *> bars = m_window->findChildren<QToolBar *>();
    for (QToolBar *bar : bars)
        bar->hide();
    m_hiddenByUs.clear();
    for (QWidget *each : std::as_const(m_hidden)) {
        if (!each->isHidden())
            m_hiddenByUs << each;
        each->hide();
    }
    m_window->menuBar()->hide();
    m_window->statusBar()->clearMessage();
    m_window->statusBar()->hide();
    m_textSize.setScale(std::max(m_scale, PresentedScale));
    m_window->setWindowState(m_window->windowState().setFlag(Qt::WindowFullScreen, true));
    showHint();
}

void PresenterMode::end()
{
    m_hint->hide();
    // First, since what is as wide as large type needs would stay so.
    m_textSize.setScale(m_scale);
    m_window->setWindowState(m_window->windowState().setFlag(Qt::WindowFullScreen, m_wasFullScreen));
    m_window->menuBar()->show();
    m_window->statusBar()->show();
    for (QWidget *each : std::as_const(m_hiddenByUs))
        each->show();
    m_window->restoreState(m_layout);
    // Once more when the docks know how narrow small type lets them be.
    QTimer::singleShot(0, m_window, [this] {
        if (!isChecked())
            m_window->restoreState(m_layout);
    });
}

void PresenterMode::showHint()
{
    m_hint->setText(tr("Page Down leads on, Page Up back. Esc leaves the presenter mode."));
    m_hint->setFont(QApplication::font());
    m_hint->resize(m_hint->sizeHint());
    const QSize screen = m_window->screen()->size();
    m_hint->move((screen.width() - m_hint->width()) / 2, screen.height() - m_hint->height() - HintMargin);
    m_hint->raise();
    m_hint->show();
    m_hintTime.start();
}

void PresenterMode::retranslate()
{
    setText(tr("&Presenter mode"));
    setToolTip(tr("Full screen and large type: the diagram, the narration and the score (F5)"));
}

} // namespace wiretale
