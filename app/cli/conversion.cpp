// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/conversion.h"

#include "app/cli/lessonabout.h"
#include "app/cli/output.h"
#include "app/exporters/recordselection.h"
#include "app/journal/logreader.h"

#include <QCoreApplication>

namespace wiretale {

int convertLog(const QString &path, const ExportArguments &exports)
{
    const Result<std::unique_ptr<LogReader>> reader = readWhole(path);
    if (!reader) {
        printError(reader.error().message);
        return 1;
    }
    if (const QString remark = (*reader)->remark(); !remark.isEmpty())
        printDiagnostic(remark);
    const TrafficLog &log = *(*reader)->log();
    const ExportChoice choice {.records = recordsChosenBy(exports.filter, log),
                               .options = exports.options,
                               .about = aboutRecorded(log)};
    int status = 0;
    for (const QString &to : exports.paths) {
        if (const Result<void> written = exportLog(log, to, choice, exports.formats); written) {
            printLine(QCoreApplication::translate("wiretale::HeadlessRun", "Written: %1").arg(to));
        } else {
            printError(written.error().message);
            status = 1;
        }
    }
    return status;
}

} // namespace wiretale
