// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/lessonpanel.h"

#include "app/window/lessonchooser.h"
#include "app/window/lessonlist.h"
#include "app/window/lessonplayer.h"
#include "app/window/lessonrecords.h"
#include "app/window/narrationview.h"

namespace wiretale {

LessonPanel::LessonPanel(LessonChooser &chooser, LessonPlayer &player, QWidget *parent)
    : QStackedWidget(parent)
    , m_player(player)
    , m_list(new LessonList(this))
    , m_narration(new NarrationView(player, this))
{
    addWidget(m_list);
    addWidget(m_narration);
    m_list->setLessons(chooser.lessons());
    connect(&chooser, &LessonChooser::lessonsChanged, this,
            [this, &chooser] { m_list->setLessons(chooser.lessons()); });
    connect(m_list, &LessonList::chosen, &chooser, &LessonChooser::chosen);
    connect(&player, &LessonPlayer::lessonChanged, this, &LessonPanel::showPage);
    connect(&player, &LessonPlayer::finished, this, [this] {
        const Lesson &lesson = m_player.lesson();
        keepLessonRecord(lesson.id, {m_player.score(), int(lesson.questions.size())});
        m_list->showScores();
    });
    showPage();
}

QSize LessonPanel::sizeHint() const
{
    return {340, 420};
}

void LessonPanel::showPage()
{
    setCurrentWidget(m_player.isOn() ? static_cast<QWidget *>(m_narration) : m_list);
}

} // namespace wiretale
