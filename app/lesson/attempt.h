// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lessonscore.h"
#include "common/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace wiretale {

class TrafficLog;

/// How somebody went through a lesson, as it is handed in: who, which lesson, every prediction with its mark,
/// and the messages that were watched.
struct LessonAttempt
{
    struct Prediction
    {
        QString question; ///< its id
        GivenAnswer given {};
        Mark mark = Mark::Unanswered;

        friend bool operator==(const Prediction &, const Prediction &) = default;
    };

    QString student;
    QString lessonId;
    QString lessonTitle;
    QDateTime saved; ///< UTC, whole seconds
    QList<Prediction> predictions {}; ///< in the order of the lesson

    [[nodiscard]] int right() const;
    friend bool operator==(const LessonAttempt &, const LessonAttempt &) = default;
};

/// JSON text; the log's messages go along, a line of numbers and the summary each, at most the first 10,000.
[[nodiscard]] QByteArray toJson(const LessonAttempt &attempt, const TrafficLog *log);
/// An Error says what is wrong with the text; whatever it is, nothing crashes.
[[nodiscard]] Result<LessonAttempt> attemptFromJson(const QByteArray &text);
/// A file of at most 64 MiB. The Error names the file.
[[nodiscard]] Result<LessonAttempt> attemptFromFile(const QString &path);

/// A table for a learning platform (RFC 4180, UTF-8): a row a student, a column a question, 1 for right, 0
/// for wrong, nothing where there was no answer. Questions of several lessons stand side by side. A text that
/// a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] QByteArray scoresCsv(const QList<LessonAttempt> &attempts);

} // namespace wiretale
