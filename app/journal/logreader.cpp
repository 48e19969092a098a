// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/logreader.h"

#include "app/journal/capturereader.h"
#include "app/journal/foreigncapturereader.h"
#include "app/journal/harreader.h"
#include "app/journal/tablereader.h"

#include <QFile>

namespace wiretale {

namespace {

constexpr qint64 LongestStart = 64;

} // namespace

Result<std::unique_ptr<LogReader>> LogReader::open(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray start = file.peek(LongestStart);
        if (TableReader::isMeant(start))
            return TableReader::open(path);
        if (HarReader::isMeant(start))
            return HarReader::open(path);
    }
    Result<std::unique_ptr<CaptureSource>> capture = CaptureSource::open(path);
    if (!capture)
        return capture.error();
    return (*capture)->sectionNote().isEmpty() ? ForeignCaptureReader::open(path, std::move(*capture))
                                               : CaptureReader::open(path, std::move(*capture));
}

QStringList readableSuffixes()
{
    return {QStringLiteral(".pcapng"), QStringLiteral(".pcap"), QStringLiteral(".har"),
            QStringLiteral(".jsonl"), QStringLiteral(".csv")};
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
