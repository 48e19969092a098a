// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"
#include "common/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace wiretale {

/// Opens a file of traffic as a log that grows while it is read, so that what was read can be looked at.
///
/// One thread calls open() and readOn(); the log has its many readers meanwhile. A file is untrusted: every
/// call ends, and what is not as it should be becomes a sentence.
class LogReader
{
public:
    /// Tells the format by what stands in the file. An Error when it is none that is known, or nothing of it
    /// can be read.
    static Result<std::unique_ptr<LogReader>> open(const QString &path);
    virtual ~LogReader() = default;
    LogReader(const LogReader &) = delete;
    LogReader &operator=(const LogReader &) = delete;

    /// Reads some thousand messages more; false when nothing is left.
    virtual bool readOn() = 0;
    /// From 0 to 1.
    [[nodiscard]] virtual double progress() const = 0;
    [[nodiscard]] std::shared_ptr<TrafficLog> log() const { return m_log; }
    /// What a user should know of the file: that it is torn, damaged, or tells not all. Empty when there is
    /// nothing to say; good once readOn() answered false.
    [[nodiscard]] QString remark() const { return m_remark; }

protected:
    LogReader() = default;

    std::shared_ptr<TrafficLog> m_log;
    QString m_remark;
};

/// The usual endings of files that open() knows, with their dots.
[[nodiscard]] QStringList readableSuffixes();

/// Reads all of it. An Error when nothing could be read.
[[nodiscard]] Result<std::unique_ptr<LogReader>> readWhole(const QString &path);

} // namespace wiretale
