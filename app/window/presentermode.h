// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QByteArray>
#include <QShortcut>
#include <QTimer>

class QDockWidget;
class QLabel;
class QMainWindow;

namespace wiretale {

class TextSize;

/// For a projector: full screen, large type, and nothing but the diagram, the narration and the score. Escape
/// leaves it, which it says when it begins; what was there before comes back.
class PresenterMode : public QAction
{
    Q_OBJECT

public:
    /// `kept` docks are shown; all others, menus, tool bars and the status bar are hidden.
    PresenterMode(QMainWindow *window, TextSize &textSize);

    void setKept(const QList<QDockWidget *> &kept) { m_kept = kept; }
    /// What else is hidden.
    void setHidden(const QList<QWidget *> &hidden) { m_hidden = hidden; }
    void retranslate();

private:
    void toggle(bool on);
    void begin();
    void end();
    void showHint();

    QMainWindow *m_window;
    TextSize &m_textSize;
    QShortcut m_escape;
    QLabel *m_hint;
    QTimer m_hintTime;
    QList<QDockWidget *> m_kept;
    QList<QWidget *> m_hidden;
    QList<QWidget *> m_hiddenByUs;
    QByteArray m_layout;
    double m_scale = 1.0;
    bool m_wasFullScreen = false;
};

} // namespace wiretale
