// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/livesettings.h"

#include <QObject>

class QAction;
class QActionGroup;
class QComboBox;

namespace wiretale {

/// The links that have a name, as actions and as boxes to choose from. A link that has none is "own".
class LinkChooser : public QObject
{
    Q_OBJECT

public:
    explicit LinkChooser(LiveSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] QList<QAction *> actions() const;
    /// Shows and changes the link; belongs to `parent`. Choosing "own" in it emits ownWanted().
    [[nodiscard]] QComboBox *makeBox(QWidget *parent);
    /// Whether there is a link that could be chosen.
    void setEnabled(bool isEnabled);
    void retranslate();

Q_SIGNALS:
    void ownWanted();

private:
    void choose(int index);
    void fill(QComboBox &box) const;
    void showLink();
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] QString ownText() const;

    LiveSettings &m_settings;
    QActionGroup *m_actions;
    QList<QComboBox *> m_boxes; // live as long as the window that we serve
};

} // namespace wiretale
