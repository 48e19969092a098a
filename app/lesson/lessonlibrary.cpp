// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonlibrary.h"

#include "app/lesson/lessonreader.h"
#include "common/nearestword.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace wiretale {

namespace {

QList<LessonEntry> lessonsIn(const QString &folder, QStringList *faults)
{
    QList<LessonEntry> entries;
    const QStringList names
        = QDir(folder).entryList({u'*' + QString::fromLatin1(LessonSuffix)}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = folder + u'/' + name;
        const LessonReading reading = readLessonFile(path);
        if (reading.lesson)
            entries << LessonEntry {path, *reading.lesson};
        else if (faults != nullptr)
            *faults << faultLine(path, reading.faults.constFirst());
    }
    std::ranges::stable_sort(entries, {}, [](const LessonEntry &entry) { return entry.lesson.order; });
    return entries;
}

bool looksLikeAPath(const QString &text)
{
    return text.contains(u'/') || text.contains(QDir::separator()) || text.endsWith(QStringLiteral(".yaml"))
        || text.endsWith(QStringLiteral(".yml"));
}

} // namespace

const QList<LessonEntry> &shippedLessons()
{
    static const QList<LessonEntry> Shipped = lessonsIn(QStringLiteral(":/wiretale/lessons"), nullptr);
    return Shipped;
}

QString userLessonFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/lessons");
}

QList<LessonEntry> allLessons(QStringList *faults)
{
    return shippedLessons() + lessonsIn(userLessonFolder(), faults);
}

Result<LessonEntry> findLesson(const QString &idOrPath)
{
    if (looksLikeAPath(idOrPath)) {
        const LessonReading reading = readLessonFile(idOrPath);
        if (reading.lesson)
            return LessonEntry {idOrPath, *reading.lesson};
        const Error &first = reading.faults.constFirst();
        return Error {.message = faultLine(idOrPath, first), .line = first.line, .column = first.column};
    }
    QStringList known;
    const QList<LessonEntry> all = allLessons();
    for (const LessonEntry &entry : all) {
        if (entry.lesson.id == idOrPath)
            return entry;
        known << entry.lesson.id;
    }
    const QString meant = nearestWord(idOrPath, known);
    if (!meant.isEmpty())
        return Error {QCoreApplication::translate("wiretale::LessonLibrary",
                                                  "There is no lesson \"%1\"; did you mean \"%2\"?")
                          .arg(idOrPath, meant)};
    return Error {
        QCoreApplication::translate("wiretale::LessonLibrary", "There is no lesson \"%1\"; there are %2.")
            .arg(idOrPath, known.join(QStringLiteral(", ")))};
}

} // namespace wiretale
