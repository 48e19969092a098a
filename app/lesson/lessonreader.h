// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lesson.h"
#include "common/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace wiretale {

/// What reading a lesson's file came to.
struct LessonReading
{
    std::optional<Lesson> lesson {}; ///< only when there is no fault
    QList<Error> faults {}; ///< in the order of their places
};

/// A lesson is read whole or not at all; a longer file (bytes) is none.
inline constexpr qsizetype LongestLesson = qsizetype(1024) * 1024;

/// Reads a lesson (YAML 1.2, UTF-8). `name` is its file's, whose beginning serves as the lesson's id when it
/// gives none. Whatever the bytes are, the answer is a lesson or a list of faults, each with line and column.
[[nodiscard]] LessonReading readLesson(const QByteArray &bytes, const QString &name);
/// The same of a file. A file that cannot be opened is a fault without a place.
[[nodiscard]] LessonReading readLessonFile(const QString &path);

/// "FILE:LINE:COLUMN: sentence", as compilers write it and editors follow it.
[[nodiscard]] QString faultLine(const QString &path, const Error &fault);

} // namespace wiretale
