// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/lessonchooser.h"

#include <QActionGroup>
#include <QLocale>
#include <QMenu>

namespace wiretale {

LessonChooser::LessonChooser(QObject *parent)
    : QObject(parent)
    , m_lessons(allLessons())
    , m_actions(new QActionGroup(this))
{
    makeActions();
}

void LessonChooser::reload()
{
    QStringList faults;
    m_lessons = allLessons(&faults);
    makeActions();
    Q_EMIT lessonsChanged();
    if (!faults.isEmpty())
        Q_EMIT faultsFound(faults);
}

void LessonChooser::makeActions()
{
    qDeleteAll(m_actions->actions());
    for (qsizetype i = 0; i < m_lessons.size(); ++i) {
        QAction *action = m_actions->addAction(QString());
        action->setCheckable(true);
        if (i < 9)
            action->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + i)));
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT chosen(m_lessons.at(i)); });
    }
    if (m_menu != nullptr)
        m_menu->addActions(m_actions->actions());
    retranslate();
}

void LessonChooser::fill(QMenu *menu)
{
    m_menu = menu;
    m_menu->addActions(m_actions->actions());
}

void LessonChooser::setCurrent(const QString &id)
{
    m_current = id;
    m_actions->setExclusionPolicy(id.isEmpty() ? QActionGroup::ExclusionPolicy::ExclusiveOptional
                                               : QActionGroup::ExclusionPolicy::Exclusive);
    for (qsizetype i = 0; i < m_lessons.size(); ++i)
        m_actions->actions().at(i)->setChecked(m_lessons.at(i).lesson.id == id);
}

void LessonChooser::retranslate()
{
    const QString language = QLocale().name();
    for (qsizetype i = 0; i < m_lessons.size(); ++i) {
        const Lesson &lesson = m_lessons.at(i).lesson;
        QAction *action = m_actions->actions().at(i);
        action->setText(QString(lesson.title.in(language)).replace(u'&', QStringLiteral("&&")));
        action->setStatusTip(lesson.summary.in(language));
        action->setToolTip(lesson.summary.in(language));
    }
    setCurrent(m_current);
}

} // namespace wiretale
