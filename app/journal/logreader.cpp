// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/logreader.h"

#include "app/journal/capturereader.h"
#include "app/journal/foreigncapturereader.h"

namespace wiretale {

Result<std::unique_ptr<LogReader>> LogReader::open(const QString &path)
{
    Result<std::unique_ptr<CaptureSource>> capture = CaptureSource::open(path);
    if (!capture)
        return capture.error();
    return (*capture)->sectionNote().isEmpty() ? ForeignCaptureReader::open(path, std::move(*capture))
                                               : CaptureReader::open(path, std::move(*capture));
}

Result<std::unique_ptr<LogReader>> readWhole(const QString &path)
{
    Result<std::unique_ptr<LogReader>> reader = LogReader::open(path);
    if (!reader)
        return reader;
    while ((*reader)->readOn()) { }
    return reader;
}

} // namespace wiretale
