// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/director.h"

namespace wiretale {

using namespace std::chrono_literals;

namespace {

// How long a lesson that does not say goes on after the last thing in it.
constexpr Nanoseconds Epilogue = 5s;

} // namespace

Director::Director(Clock &clock, MomentWatcher &watcher, Lesson lesson, Manner manner, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_watcher(watcher)
    , m_lesson(std::move(lesson))
    , m_manner(manner)
    , m_chapters(size_t(m_lesson.chapters.size()))
    , m_asked(size_t(m_lesson.questions.size()), false)
    , m_toCome(int(m_lesson.chapters.size() + m_lesson.questions.size() + m_lesson.script.size()))
{
}

void Director::begin()
{
    // All at once: an ordinal counts from the beginning, whatever chapter it belongs to.
    for (int i = 0; i < int(m_chapters.size()); ++i)
        awaitChapter(i);
    for (int i = 0; i < int(m_asked.size()); ++i) {
        m_watcher.await(m_lesson.questions.at(i).moment,
                        [this, i](const MomentWatcher::Sighting &seen) { ask(i, seen.atNs); });
    }
    for (const LessonAction &action : std::as_const(m_lesson.script))
        m_watcher.await(action.moment, [this, action](const auto &) { due(action); });
    if (m_lesson.end)
        m_watcher.await(*m_lesson.end, [this](const auto &) { end(); });
    // A first chapter may count from the beginning.
    beginChapters();
}

void Director::awaitChapter(int index)
{
    const LessonChapter &chapter = m_lesson.chapters.at(index);
    if (chapter.show)
        m_watcher.await(*chapter.show, [this, index](const MomentWatcher::Sighting &seen) {
            m_chapters[size_t(index)].shown = seen.number;
        });
    if (chapter.moment.kind == Moment::Kind::After)
        return;
    m_watcher.await(chapter.moment, [this, index](const MomentWatcher::Sighting &seen) {
        m_chapters[size_t(index)].seen = seen;
        m_chapters[size_t(index)].isSeen = true;
        beginChapters();
    });
}

// A chapter whose moment came too early begins as soon as its turn comes.
void Director::beginChapters()
{
    while (m_open.empty() && m_begun < int(m_chapters.size()) && m_chapters[size_t(m_begun)].isSeen) {
        const int index = m_begun++;
        const ChapterState &state = m_chapters[size_t(index)];
        const LessonChapter &chapter = m_lesson.chapters.at(index);
        m_lastBeginNs = m_clock.now().count();
        if ((chapter.pauses && m_manner.pauses) || std::exchange(m_pausesAtChapter, false))
            m_clock.pause();
        Q_EMIT chapterBegan(index, m_lastBeginNs, chapter.show ? state.shown : state.seen.number);
        progress();
    }
    if (m_begun >= int(m_chapters.size()))
        return;
    const LessonChapter &next = m_lesson.chapters.at(m_begun);
    if (next.moment.kind != Moment::Kind::After || m_chapters[size_t(m_begun)].seen.atNs != 0)
        return;
    const Nanoseconds due = Nanoseconds {m_lastBeginNs} + next.moment.time;
    m_chapters[size_t(m_begun)].seen.atNs = std::max<qint64>(due.count(), 1);
    m_watcher.await({.kind = Moment::Kind::At, .time = due},
                    [this, index = m_begun](const MomentWatcher::Sighting &) {
                        m_chapters[size_t(index)].isSeen = true;
                        beginChapters();
                    });
}

void Director::ask(int question, qint64 atNs)
{
    m_asked[size_t(question)] = true;
    if (m_manner.asks) {
        m_clock.pause();
        m_open.push_back(question);
        if (m_open.size() == 1)
            Q_EMIT questionAsked(question, atNs);
    }
    progress();
}

void Director::questionAnswered(int question)
{
    if (m_open.empty() || m_open.front() != question)
        return;
    m_open.pop_front();
    if (m_open.empty())
        goOn();
    else
        Q_EMIT questionAsked(m_open.front(), m_clock.now().count());
}

// What came while the question waited may pause the clock again.
void Director::goOn()
{
    m_clock.resume();
    beginChapters();
    if (m_endWaits)
        end();
}

void Director::due(const LessonAction &action)
{
    if (action.kind == LessonAction::Kind::Pause) {
        if (m_manner.pauses)
            m_clock.pause();
    } else {
        // What it does may call the wire, which is in the midst of telling us.
        m_clock.callAfter(0ns, [self = QPointer(this), action] {
            if (self)
                Q_EMIT self->actionDue(action);
        });
    }
    progress();
}

void Director::progress()
{
    --m_toCome;
    if (m_toCome == 0 && !m_lesson.end)
        m_watcher.await({.kind = Moment::Kind::At, .time = m_clock.now() + Epilogue},
                        [this](const auto &) { end(); });
}

void Director::end()
{
    m_endWaits = !m_open.empty();
    if (m_endWaits || std::exchange(m_isOver, true))
        return;
    m_pausesAtChapter = false;
    Q_EMIT ended(m_clock.now().count());
}

QList<int> Director::chaptersMissed() const
{
    QList<int> missed;
    for (int i = m_begun; i < int(m_chapters.size()); ++i)
        missed << i;
    return missed;
}

QList<int> Director::questionsMissed() const
{
    QList<int> missed;
    for (int i = 0; i < int(m_asked.size()); ++i) {
        if (!m_asked[size_t(i)])
            missed << i;
    }
    return missed;
}

} // namespace wiretale
