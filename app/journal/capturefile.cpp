// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capturefile.h"

#include "app/journal/pcapngblocks.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QTemporaryFile>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <sys/file.h>
#include <unistd.h>

namespace wiretale {

namespace {

QString temporaryName(const QString &part)
{
    return QStringLiteral("wiretale-%1.pcapng").arg(part);
}

Error cannotCreate(const QString &path, const QString &reason)
{
    //: %1: path of a file, %2: what the system says is wrong with it
    return {QCoreApplication::translate(
                "wiretale::TrafficLog",
                "The capture file %1 cannot be written (%2); choose another place for it.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

Error cannotOpen(const QString &path, const QString &reason)
{
    //: %1: path of a file, %2: what the system says is wrong with it
    return {QCoreApplication::translate("wiretale::TrafficLog",
                                        "The file %1 cannot be opened (%2); choose another.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

Error cannotGoOn(const QString &path, const QString &reason)
{
    //: %1: path of a file, %2: what the system says is wrong with it
    return {QCoreApplication::translate(
                "wiretale::TrafficLog",
                "Recording the bytes of messages stopped, because the capture file %1 cannot be written any "
                "further (%2); make room on that disk and start anew to record again.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

Error isAtLimit(const QString &path, qint64 limit)
{
    //: %1: path of a file, %2: a size such as "1.0 GiB"
    return {
        QCoreApplication::translate(
            "wiretale::TrafficLog",
            "Recording the bytes of messages stopped, because the capture file %1 has reached its limit of "
            "%2; save it and start anew, or give it more with --record-limit.")
            .arg(QDir::toNativeSeparators(path), QLocale().formattedDataSize(limit))};
}

/// All of `size` bytes at `offset`, unless the disk is full. Answers how many were written; errno says why
/// not all.
qsizetype writeAll(int descriptor, const char *bytes, qsizetype size, qint64 offset)
{
    qsizetype written = 0;
    while (written < size) {
        const ssize_t count = ::pwrite(descriptor, bytes + written, size_t(size - written), offset + written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        written += count;
    }
    return written;
}

} // namespace

Result<std::unique_ptr<CaptureFile>> CaptureFile::create(const QString &path, const QByteArray &head,
                                                         qint64 limit)
{
    std::unique_ptr<QFile> file;
    bool isOpen = false;
    if (path.isEmpty()) {
        auto temporary = std::make_unique<QTemporaryFile>(
            QDir::temp().filePath(temporaryName(QStringLiteral("XXXXXX"))));
        isOpen = temporary->open();
        file = std::move(temporary);
    } else {
        file = std::make_unique<QFile>(path);
        isOpen = file->open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered);
    }
    if (!isOpen)
        return cannotCreate(path.isEmpty() ? QDir::tempPath() : path, file->errorString());
    if (writeAll(file->handle(), head.constData(), head.size(), 0) < head.size())
        return cannotCreate(file->fileName(), qt_error_string(errno));
    // Whoever has it locked already writes it; that is told by the lock, which is all that this is for.
    (void)::flock(file->handle(), LOCK_EX | LOCK_NB);
    std::unique_ptr<CaptureFile> result(new CaptureFile(std::move(file), head.size()));
    result->m_limit = limit;
    return result;
}

QStringList CaptureFile::leftBehind()
{
    QStringList result;
    const QFileInfoList files = QDir::temp().entryInfoList({temporaryName(QStringLiteral("*"))},
                                                           QDir::Files | QDir::Writable, QDir::Time);
    for (const QFileInfo &candidate : files) {
        QFile file(candidate.filePath());
        if (candidate.ownerId() == ::getuid() && file.open(QIODevice::ReadOnly)
            && ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0)
            result << candidate.filePath();
    }
    return result;
}

Result<std::unique_ptr<CaptureFile>> CaptureFile::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotOpen(path, file->errorString());
    // So that nobody else offers it as left behind while it is looked at.
    (void)::flock(file->handle(), LOCK_SH | LOCK_NB);
    std::unique_ptr<CaptureFile> result(new CaptureFile(std::move(file), 0));
    result->m_stopped = true;
    return result;
}

CaptureFile::CaptureFile(std::unique_ptr<QFile> file, qint64 writtenEnd)
    : m_file(std::move(file))
    , m_path(m_file->fileName())
    , m_descriptor(m_file->handle())
    , m_writtenEnd(writtenEnd)
{
}

CaptureFile::~CaptureFile() = default;

Result<void> CaptureFile::writeUntil(qint64 offset)
{
    const qsizetype size = offset - writtenEnd();
    Q_ASSERT_X(size >= 0 && size <= m_tail.size(), "CaptureFile::writeUntil", "not in the tail");
    const qsizetype room = std::min<qint64>(size, std::max<qint64>(m_limit - writtenEnd(), 0));
    const qsizetype written = writeAll(m_descriptor, m_tail.constData(), room, writtenEnd());
    if (written < room)
        return stop(written, qt_error_string(errno), false);
    if (room < size)
        return stop(written, {}, true);
    if (size == m_tail.size())
        m_tail.resize(0); // keeps its memory
    else
        m_tail.remove(0, size);
    m_writtenEnd.store(offset, std::memory_order_release);
    return {};
}

Error CaptureFile::stop(qsizetype written, const QString &fault, bool isLimit)
{
    m_stopped = true;
    const qint64 wholeEnd = writtenEnd() + wholeBlocks(written);
    QString reason = fault;
    if (::ftruncate(m_descriptor, wholeEnd) != 0)
        reason += QStringLiteral("; ") + qt_error_string(errno);
    m_tail = QByteArray();
    m_writtenEnd.store(wholeEnd, std::memory_order_release);
    return isLimit ? isAtLimit(m_path, m_limit) : cannotGoOn(m_path, reason);
}

qsizetype CaptureFile::wholeBlocks(qsizetype size) const noexcept
{
    qsizetype whole = 0;
    for (;;) {
        if (size - whole < pcapng::LengthAt + qsizetype(sizeof(quint32)))
            return whole;
        const qsizetype next
            = whole + qFromLittleEndian<quint32>(m_tail.constData() + whole + pcapng::LengthAt);
        if (next > size)
            return whole;
        whole = next;
    }
}

QByteArray CaptureFile::readWritten(qint64 offset, qint64 length) const
{
    const qint64 available = std::clamp(writtenEnd() - offset, qint64(0), length);
    QByteArray bytes(available, Qt::Uninitialized);
    qsizetype done = 0;
    while (done < available) {
        const ssize_t count
            = ::pread(m_descriptor, bytes.data() + done, size_t(available - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += count;
    }
    bytes.resize(done);
    return bytes;
}

QByteArray CaptureFile::read(qint64 offset, qint64 length) const
{
    if (offset >= writtenEnd())
        return m_tail.mid(offset - writtenEnd(), length);
    QByteArray bytes = readWritten(offset, length);
    if (offset + bytes.size() == writtenEnd())
        bytes += m_tail.first(std::min<qsizetype>(length - bytes.size(), m_tail.size()));
    return bytes;
}

} // namespace wiretale
