// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/fullscreenaction.h"

#include <QEvent>
#include <QWidget>

namespace wiretale {

FullScreenAction::FullScreenAction(QWidget *window)
    : QAction(window)
    , m_window(window)
{
    setShortcut(Qt::Key_F11);
    setCheckable(true);
    window->installEventFilter(this);
    connect(this, &QAction::triggered, window, [window](bool fullScreen) {
        window->setWindowState(window->windowState().setFlag(Qt::WindowFullScreen, fullScreen));
    });
    retranslate();
}

bool FullScreenAction::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::WindowStateChange)
        setChecked(m_window->isFullScreen());
    return QAction::eventFilter(watched, event);
}

void FullScreenAction::retranslate()
{
    setText(tr("&Full screen"));
}

} // namespace wiretale
