// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lessonlibrary.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace wiretale {

/// The lessons as actions of a menu. Choosing one, also the one that is on, emits chosen().
class LessonChooser : public QObject
{
    Q_OBJECT

public:
    explicit LessonChooser(QObject *parent = nullptr);

    /// Reads the user's folder again. Files there that are no lessons are told by faultsFound().
    void reload();
    [[nodiscard]] const QList<LessonEntry> &lessons() const noexcept { return m_lessons; }
    /// Puts the actions into `menu`, and keeps them up to date.
    void fill(QMenu *menu);
    /// Which one is on; empty: none.
    void setCurrent(const QString &id);
    void retranslate();

Q_SIGNALS:
    void chosen(const wiretale::LessonEntry &entry);
    void lessonsChanged();
    void faultsFound(const QStringList &faults);

private:
    void makeActions();

    QList<LessonEntry> m_lessons;
    QActionGroup *m_actions;
    QMenu *m_menu = nullptr;
    QString m_current;
};

} // namespace wiretale
