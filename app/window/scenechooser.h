// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/scene.h"

#include <QObject>

class QAction;
class QActionGroup;
class QComboBox;

namespace wiretale {

/// The scenes as actions and as a box. Choosing one, also the one that is on, emits chosen().
class SceneChooser : public QObject
{
    Q_OBJECT

public:
    explicit SceneChooser(QString currentId, QObject *parent = nullptr);

    [[nodiscard]] QList<QAction *> actions() const;
    [[nodiscard]] const QString &currentId() const noexcept { return m_currentId; }
    /// Belongs to `parent`.
    [[nodiscard]] QComboBox *makeBox(QWidget *parent);
    void retranslate();

Q_SIGNALS:
    void chosen(const wiretale::Scene &scene);

private:
    void choose(int index);
    void fill(QComboBox &box) const;
    void showCurrent();

    QString m_currentId;
    QActionGroup *m_actions;
    QList<QComboBox *> m_boxes;
};

/// A scene's settings as the window begins it: who takes part and when news comes is the scene's, the link
/// and the clock's rate stay as the teacher has set them.
[[nodiscard]] Settings settingsToBegin(const Scene &scene, const Settings &current);

} // namespace wiretale
