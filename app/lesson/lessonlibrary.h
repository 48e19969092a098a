// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lesson.h"
#include "common/result.h"

#include <QList>
#include <QString>

namespace wiretale {

/// A lesson and where it lies.
struct LessonEntry
{
    QString path; ///< begins with ":/" for one that comes with the program
    Lesson lesson;
};

/// What a lesson's file is called: NAME.lesson.yaml.
inline constexpr auto LessonSuffix = ".lesson.yaml";

/// The lessons that come with the program, in the order in which they build on each other.
[[nodiscard]] const QList<LessonEntry> &shippedLessons();
/// The shipped ones, then those of the user's folder. Of files there that are no lessons, `faults` (if given)
/// gets a line each.
[[nodiscard]] QList<LessonEntry> allLessons(QStringList *faults = nullptr);
/// `lessons` in the folder for the program's data; it need not exist.
[[nodiscard]] QString userLessonFolder();
/// The lesson of this id, or in this file. An Error says what is wrong with the file, or which ids there are.
[[nodiscard]] Result<LessonEntry> findLesson(const QString &idOrPath);

} // namespace wiretale
