// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/lessonpanel.h"

#include "app/window/lessonchooser.h"
#include "app/window/lessonlist.h"
#include "app/window/lessonplayer.h"
#include "app/window/lessonrecords.h"
#include "app/window/narrationview.h"

#include <QEvent>

#include <algorithm>

namespace wiretale {

LessonPanel::LessonPanel(LessonChooser &chooser, LessonPlayer &player, QWidget *parent)
    : QStackedWidget(parent)
    , m_chooser(chooser)
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
    connect(m_narration, &NarrationView::followingWanted, this, [this] {
        if (const std::optional<LessonEntry> next = following())
            Q_EMIT m_chooser.chosen(*next);
    });
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
    m_narration->setFollowing(following());
    setCurrentWidget(m_player.isOn() ? static_cast<QWidget *>(m_narration) : m_list);
}

std::optional<LessonEntry> LessonPanel::following() const
{
    const QList<LessonEntry> &all = m_chooser.lessons();
    const auto isOn = [this](const LessonEntry &entry) { return entry.path == m_player.path(); };
    const auto found = m_player.isOn() ? std::find_if(all.cbegin(), all.cend(), isOn) : all.cend();
    return found == all.cend() || found + 1 == all.cend() ? std::nullopt : std::optional(*(found + 1));
}

void LessonPanel::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_narration->setFollowing(following());
}

} // namespace wiretale
