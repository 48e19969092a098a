// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/lessoncheck.h"

#include "app/cli/output.h"
#include "app/lesson/lessonreader.h"

#include <QCoreApplication>

namespace wiretale {

int checkLessons(const QStringList &paths)
{
    int status = 0;
    for (const QString &path : paths) {
        const LessonReading reading = readLessonFile(path);
        for (const Error &fault : reading.faults) {
            printDiagnostic(faultLine(path, fault));
            status = 1;
        }
        if (reading.lesson)
            printLine(QCoreApplication::translate("wiretale::LessonCheck", "%1: good, lesson \"%2\"")
                          .arg(path, reading.lesson->id));
    }
    return status;
}

} // namespace wiretale
