// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/lessoncheck.h"

#include "app/cli/output.h"
#include "app/lesson/attempt.h"
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

int gradeAttempts(const QStringList &paths)
{
    int status = 0;
    QList<LessonAttempt> attempts;
    for (const QString &path : paths) {
        Result<LessonAttempt> attempt = attemptFromFile(path);
        if (attempt) {
            attempts << *attempt;
        } else {
            printError(attempt.error().message);
            status = 1;
        }
    }
    printText(QString::fromUtf8(scoresCsv(attempts)));
    return status;
}

} // namespace wiretale
