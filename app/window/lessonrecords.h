// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace wiretale {

/// How a lesson went when it was last finished; kept on this computer, by the lesson's id.
struct LessonRecord
{
    int right = 0; ///< questions answered rightly
    int questions = 0;

    friend bool operator==(const LessonRecord &, const LessonRecord &) = default;
};

[[nodiscard]] std::optional<LessonRecord> lessonRecord(const QString &lessonId);
/// Keeps the better of this and what was kept before.
void keepLessonRecord(const QString &lessonId, const LessonRecord &record);
void clearLessonRecords();

} // namespace wiretale
