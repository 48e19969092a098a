// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/lessonrecords.h"

#include <QSettings>
#include <QStringList>

namespace wiretale {

namespace {

QString keyOf(const QString &lessonId)
{
    return QStringLiteral("finished/") + lessonId;
}

} // namespace

std::optional<LessonRecord> lessonRecord(const QString &lessonId)
{
    const QStringList kept = QSettings().value(keyOf(lessonId)).toString().split(u'/');
    bool isRight = false;
    bool isCount = false;
    const LessonRecord record {kept.value(0).toInt(&isRight), kept.value(1).toInt(&isCount)};
    const bool makesSense = isRight && isCount && record.right >= 0 && record.right <= record.questions;
    return makesSense ? std::optional(record) : std::nullopt;
}

void keepLessonRecord(const QString &lessonId, const LessonRecord &record)
{
    const std::optional<LessonRecord> before = lessonRecord(lessonId);
    if (before && before->questions == record.questions && before->right > record.right)
        return;
    QSettings().setValue(keyOf(lessonId), QStringLiteral("%1/%2").arg(record.right).arg(record.questions));
}

void clearLessonRecords()
{
    QSettings().remove(QStringLiteral("finished"));
}

} // namespace wiretale
