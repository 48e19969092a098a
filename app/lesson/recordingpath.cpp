// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/recordingpath.h"

#include <QDir>
#include <QFileInfo>

namespace wiretale {

QString recordingPath(const QString &path, int before)
{
    if (path.isEmpty() || before == 0)
        return path;
    const QFileInfo first(path);
    for (int number = before + 1;; ++number) {
        const QString next = first.dir().filePath(
            QStringLiteral("%1-%2.%3")
                .arg(first.completeBaseName(), QString::number(number), first.suffix()));
        if (!QFileInfo::exists(next))
            return next;
    }
}

} // namespace wiretale
