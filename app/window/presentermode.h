// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QByteArray>
#include <QPointer>

class QDockWidget;
class QMainWindow;

namespace wiretale {

class TextSize;

/// For a projector: full screen, large type, and nothing but the diagram, the narration and the score. What
/// was there before comes back with it.
class PresenterMode : public QAction
{
    Q_OBJECT

public:
    /// `kept` docks are shown; all others, menus, tool bars and the status bar are hidden.
    PresenterMode(QMainWindow *window, TextSize &textSize);

    void setKept(const QList<QDockWidget *> &kept) { m_kept = kept; }
    void retranslate();

private:
    void toggle(bool on);

    QMainWindow *m_window;
    TextSize &m_textSize;
    QList<QDockWidget *> m_kept;
    QByteArray m_layout;
    double m_scale = 1.0;
    bool m_wasFullScreen = false;
};

} // namespace wiretale
