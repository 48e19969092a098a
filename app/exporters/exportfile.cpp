// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exportfile.h"

#include <QDir>

namespace wiretale {

namespace {

constexpr qsizetype BufferSize = 65536;

} // namespace

ExportFile::ExportFile(const QString &path)
    : m_file(path)
{
}

Result<void> ExportFile::open()
{
    if (m_file.open(QIODevice::WriteOnly))
        return {};
    //: %1: a file's path; %2: the system's reason, such as "Permission denied"
    return Error {tr("\"%1\" cannot be created: %2. Choose a folder that exists and that you may write to.")
                      .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString())};
}

void ExportFile::write(QByteArrayView bytes)
{
    if (m_failed)
        return;
    m_buffer.append(bytes);
    if (m_buffer.size() >= BufferSize)
        flush();
}

Result<void> ExportFile::commit()
{
    if (!m_failed)
        flush();
    if (m_failed || !m_file.commit())
        return notWritten();
    return {};
}

void ExportFile::flush()
{
    // The file's own buffer is emptied too, so that a full disk shows here rather than after the whole log.
    m_failed = m_file.write(m_buffer) != m_buffer.size() || !m_file.flush();
    m_buffer.resize(0);
}

Error ExportFile::notWritten() const
{
    //: %1: a file's path; %2: the system's reason, such as "No space left on device"
    return {tr("\"%1\" cannot be written: %2. What was there before is unchanged; make room on the disk or "
               "choose "
               "another place.")
                .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString())};
}

QString partPath(const QString &path, int part)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    return part == 1 || dot < 0 ? path : path.first(dot) + QStringLiteral("-%1").arg(part) + path.sliced(dot);
}

} // namespace wiretale
