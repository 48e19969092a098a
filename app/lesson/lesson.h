// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/localizedtext.h"
#include "app/lesson/moment.h"
#include "app/lesson/settings.h"

#include <QList>
#include <QMetaType>

#include <variant>

namespace wiretale {

/// What `set:` changes; what is not given stays.
struct SettingsPatch
{
    std::optional<double> rate {};
    std::optional<LinkProfile> link {};
    std::optional<PublishPlan> publish {};
    std::optional<std::chrono::milliseconds> pollInterval {};
    std::optional<std::chrono::milliseconds> longPollTimeout {};
    std::optional<std::chrono::milliseconds> heartbeat {};
    std::optional<std::chrono::milliseconds> retry {};
    std::optional<EmptyAnswerKind> emptyAnswer {};
    std::optional<bool> longPollPortions {};
    std::optional<std::chrono::milliseconds> idleCut {};

    [[nodiscard]] Settings appliedTo(Settings settings) const;
    friend bool operator==(const SettingsPatch &, const SettingsPatch &) = default;
};

/// One line of a lesson's script: what is done, and when.
struct LessonAction
{
    enum class Kind : quint8
    {
        Publish,
        Send,
        StartClient,
        StopClient,
        Cut,
        Set,
        Pause
    };
    Kind kind = Kind::Pause;
    Moment moment {};
    QString client {}; ///< Send, StartClient, StopClient, Cut: a name, a kind's name, or "all"
    QByteArray eventType {}; ///< Publish, Send; empty: "message"
    QByteArray data {}; ///< Publish, Send: UTF-8
    bool silently = false; ///< Cut: neither end is told
    SettingsPatch patch {}; ///< Set

    friend bool operator==(const LessonAction &, const LessonAction &) = default;
};

/// A stretch of a lesson, begun by a moment, with its narration.
struct LessonChapter
{
    Moment moment;
    std::optional<Moment> show {}; ///< the message that it speaks of, if not the moment's own
    LocalizedText title {};
    LocalizedText text {}; ///< Markdown, with figures
    bool pauses = false;

    friend bool operator==(const LessonChapter &, const LessonChapter &) = default;
};

struct LessonAnswer
{
    LocalizedText text;
    LocalizedText because;
    bool right = false;

    friend bool operator==(const LessonAnswer &, const LessonAnswer &) = default;
};

/// What the class predicts. The clock is paused when its moment comes.
struct LessonQuestion
{
    enum class Kind : quint8
    {
        ChooseOne,
        ChooseSeveral,
        Guess
    };
    /// What a guess is compared with: a number, or a figure's name, read when the lesson is over.
    using Truth = std::variant<double, QString>;

    QString id;
    Kind kind = Kind::ChooseOne;
    Moment moment {};
    LocalizedText ask {};
    QList<LessonAnswer> answers {};
    Truth truth = 0.0; ///< Guess
    double within = 0; ///< Guess: how far from the truth is still right
    LocalizedText unit {}; ///< Guess
    LocalizedText because {};

    friend bool operator==(const LessonQuestion &, const LessonQuestion &) = default;
};

/// A claim that people make, what is right about it, and an experiment that shows it.
struct LessonMyth
{
    enum class Verdict : quint8
    {
        No,
        Partly,
        Yes
    };
    LocalizedText claim;
    Verdict verdict = Verdict::No;
    LocalizedText because {};
    Settings settings {};
    QList<LessonAction> script {};
    std::chrono::nanoseconds length {0}; ///< clock time of the experiment; 0: there is none

    friend bool operator==(const LessonMyth &, const LessonMyth &) = default;
};

/// The file that a lesson was read from, so that it can be kept and read again where that file is not.
struct LessonSource
{
    QString name {}; ///< the file's, without its folder
    QByteArray text {};
    int myth = -1; ///< of which of its cards this is the experiment; -1: it is the lesson itself

    friend bool operator==(const LessonSource &, const LessonSource &) = default;
};

/// A lesson, as its file tells it. A value; see resources/lessons/README.md for what each part means.
struct Lesson
{
    enum class Level : quint8
    {
        Beginner,
        Intermediate,
        Advanced
    };
    QString id; ///< valid for ever on the command line
    LocalizedText title;
    LocalizedText summary {};
    Level level = Level::Beginner;
    int minutes = 5;
    int order = LastOrder;
    quint32 seed = 1;
    Settings settings {};
    QList<LessonAction> script {};
    QList<LessonChapter> chapters {};
    QList<LessonQuestion> questions {};
    QList<LessonMyth> myths {};
    std::optional<Moment> end {};
    LocalizedText closing {}; ///< Markdown, with figures
    LessonSource source {};

    static constexpr int LastOrder = 1'000'000;

    /// A card's experiment as a lesson of its own, with the claim as its only chapter.
    [[nodiscard]] Lesson experimentOf(int myth) const;

    friend bool operator==(const Lesson &, const Lesson &) = default;
};

[[nodiscard]] QString levelText(Lesson::Level level);

} // namespace wiretale

Q_DECLARE_METATYPE(wiretale::Lesson)
