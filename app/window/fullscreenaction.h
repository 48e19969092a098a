// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>

class QWidget;

namespace wiretale {

/// Makes a window fill the screen and back, and shows which it is.
class FullScreenAction : public QAction
{
    Q_OBJECT

public:
    explicit FullScreenAction(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate();

private:
    QWidget *m_window;
};

} // namespace wiretale
