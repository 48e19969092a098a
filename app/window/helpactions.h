// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>

class QMainWindow;

namespace wiretale {

/// Keyboard shortcuts, the anatomy of the standards' examples, About, About Qt.
class HelpActions : public QObject
{
    Q_OBJECT

public:
    explicit HelpActions(QMainWindow *window);

    [[nodiscard]] QList<QAction *> actions();
    void retranslate();

private:
    void showShortcuts();
    void showAbout();
    void showAnatomy();
    [[nodiscard]] QString shortcutTable() const;

    QMainWindow *m_window;
    QAction m_shortcuts;
    QAction m_anatomy;
    QAction m_about;
    QAction m_aboutQt;
};

} // namespace wiretale
