// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCoreApplication>
#include <QSaveFile>
#include <QString>

namespace wiretale {

/// A file that appears whole or not at all: written beside its place, moved there by commit().
///
/// Writes are buffered; after one failed the rest does nothing, and commit() says what was wrong. Without a
/// commit() what was at the place before stays as it was.
class ExportFile
{
    Q_DECLARE_TR_FUNCTIONS(wiretale::Exporter)

public:
    explicit ExportFile(const QString &path);

    Result<void> open();
    void write(QByteArrayView bytes);
    [[nodiscard]] bool failed() const noexcept { return m_failed; }
    Result<void> commit();

private:
    void flush();
    [[nodiscard]] Error notWritten() const;

    QSaveFile m_file;
    QByteArray m_buffer;
    bool m_failed = false;
};

/// Where the parts of a file lie that is too long for one: "a.mmd", "a-2.mmd", "a-3.mmd".
[[nodiscard]] QString partPath(const QString &path, int part);

} // namespace wiretale
