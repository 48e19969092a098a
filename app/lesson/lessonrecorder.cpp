// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonrecorder.h"

#include "app/lesson/engine.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace wiretale {

namespace {

using Kind = LessonMark::Kind;

QString answerText(const LessonQuestion &question, const GivenAnswer &given)
{
    if (given.guess)
        return QLocale().toString(*given.guess, 'f', 0) + u' ' + question.unit.in(QLocale().name());
    QStringList texts;
    for (const int index : given.chosen)
        texts << question.answers.value(index).text.in(QLocale().name());
    return texts.join(QStringLiteral("; "));
}

} // namespace

LessonRecorder::LessonRecorder(Engine &engine)
{
    connect(&engine, &Engine::settingsMarked, this,
            [this](qint64 atNs, const Settings &before, const Settings &after) {
                const QString changes = differences(before, after).join(QStringLiteral("; "));
                //: %1: what was changed, such as "poll interval: 1 s → 5 s"
                const QString words = changes.isEmpty() ? QString() : tr("Settings: %1").arg(changes);
                keep({.kind = Kind::Settings, .atNs = atNs, .settings = after}, words);
            });
    connect(&engine, &Engine::chapterBegan, this, [this](int chapter, qint64 atNs, quint32 record) {
        const QString title = m_lesson.chapters.at(chapter).title.in(QLocale().name());
        keep({.kind = Kind::Chapter, .atNs = atNs, .number = record, .index = chapter},
             //: A lesson's chapter: %1 is its number, %2 its title
             tr("Chapter %1: %2").arg(chapter + 1).arg(title));
    });
    connect(&engine, &Engine::questionAsked, this, [this](int question, qint64 atNs) {
        m_open = question;
        const QString ask = m_lesson.questions.at(question).ask.in(QLocale().name());
        //: %1: what the class was asked
        const QString words = tr("Question: %1").arg(ask);
        keep({.kind = Kind::Question, .atNs = atNs, .index = question}, words);
    });
    connect(&engine, &Engine::answerGiven, this, &LessonRecorder::keepAnswer);
    connect(&engine, &Engine::questionPassed, this, [this] { m_open = -1; });
    connect(&engine, &Engine::lessonEnded, this,
            [this](qint64 atNs) { keep({.kind = Kind::End, .atNs = atNs}, tr("The lesson is over.")); });
}

void LessonRecorder::begin(std::shared_ptr<TrafficLog> log, const Lesson &lesson, const Settings &settings)
{
    m_log = std::move(log);
    m_lesson = lesson;
    m_lastNs = 0;
    m_open = -1;
    if (!lesson.source.text.isEmpty()) {
        const QString title = lesson.title.in(QLocale().name());
        //: %1: a lesson's title
        const QString words = tr("Lesson: %1").arg(title);
        keep({.kind = Kind::Lesson, .source = lesson.source}, words);
    }
    keep({.kind = Kind::Settings, .settings = settings});
}

void LessonRecorder::keepAnswer(int question, const GivenAnswer &given)
{
    if (question != m_open || question < 0)
        return;
    // One answer counts, the first.
    m_open = -1;
    //: %1: what the class answered
    const QString words = tr("Answer: %1").arg(answerText(m_lesson.questions.at(question), given));
    keep({.kind = Kind::Answer, .atNs = m_lastNs, .index = question, .given = given}, words);
}

void LessonRecorder::keep(LessonMark mark, const QString &words)
{
    if (!m_log || (m_lesson.source.text.isEmpty() && mark.kind != Kind::Settings))
        return;
    mark.atNs = std::max(mark.atNs, m_lastNs);
    m_lastNs = mark.atNs;
    m_log->mark(logMarkOf(mark), words);
}

} // namespace wiretale
