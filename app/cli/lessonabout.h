// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/exportchoice.h"
#include "app/journal/statistics.h"
#include "app/lesson/lesson.h"

#include <QList>

namespace wiretale {

class TrafficLog;

/// What exported files tell of a lesson that was played, in the language of the moment. `beganNs`: clock
/// times of the chapters that began, in their order.
[[nodiscard]] ExportAbout aboutLesson(const Lesson &lesson, const QList<qint64> &beganNs,
                                      const Scorecard &scorecard);

/// The same of a lesson that was recorded in a log; nothing is told of a log without one.
[[nodiscard]] ExportAbout aboutRecorded(const TrafficLog &log);

} // namespace wiretale
