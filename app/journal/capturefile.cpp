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
#include <sys/stat.h>
#include <unistd.h>

namespace wiretale {

namespace {

constexpr int NameLength = 6; // of what QTemporaryFile puts in

QString temporaryName(Temporary temporary, const QString &part)
{
    return (temporary == Temporary::Copy ? QStringLiteral("wiretale-copy-%1.pcapng")
                                         : QStringLiteral("wiretale-recording-%1.pcapng"))
        .arg(part);
}

bool isAtPath(int descriptor, const QString &path)
{
    struct stat open = {};
    struct stat there = {};
    return ::fstat(descriptor, &open) == 0 && ::stat(QFile::encodeName(path).constData(), &there) == 0
        && open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

/// A temporary file, and ours: whoever looks for what was left behind may have taken it in between.
std::unique_ptr<QFile> openTemporary(Temporary temporary)
{
    constexpr int Tries = 10;
    std::unique_ptr<QTemporaryFile> file;
    for (int i = 0; i < Tries; ++i) {
        file = std::make_unique<QTemporaryFile>(
            QDir::temp().filePath(temporaryName(temporary, QString(NameLength, u'X'))));
        if (!file->open()
            || (::flock(file->handle(), LOCK_EX | LOCK_NB) == 0
                && isAtPath(file->handle(), file->fileName())))
            break;
    }
    return file;
}

QStringList unlocked(Temporary temporary)
{
    QStringList result;
    const QFileInfoList files = QDir::temp().entryInfoList(
        {temporaryName(temporary, QString(NameLength, u'?'))}, QDir::Files | QDir::Writable, QDir::Time);
    for (const QFileInfo &candidate : files) {
        QFile file(candidate.filePath());
        if (candidate.ownerId() == ::getuid() && file.open(QIODevice::ReadOnly)
            && ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0)
            result << candidate.filePath();
    }
    return result;
}

Error cannotCreate(const QString &path, const QString &reason)
{
    //: %1: path of a file, %2: what the system says is wrong with it
    return {QCoreApplication::translate(
                "wiretale::TrafficLog",
                "The capture file %1 cannot be written (%2); choose another place for it.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

Error isInUse(const QString &path)
{
    //: %1: path of a file
    return {QCoreApplication::translate("wiretale::TrafficLog",
                                        "The capture file %1 is being used by another program or window; "
                                        "choose another place for this one.")
                .arg(QDir::toNativeSeparators(path))};
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
                                                         qint64 limit, Temporary temporary)
{
    std::unique_ptr<QFile> file;
    if (path.isEmpty()) {
        file = openTemporary(temporary);
    } else {
        // Emptied only once it is known that nobody else writes it.
        file = std::make_unique<QFile>(path);
        if (file->open(QIODevice::ReadWrite | QIODevice::Unbuffered)
            && ::flock(file->handle(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            return isInUse(path);
    }
    if (!file->isOpen())
        return cannotCreate(path.isEmpty() ? QDir::tempPath() : path, file->errorString());
    (void)::ftruncate(file->handle(), 0); // what has no size needs none
    if (writeAll(file->handle(), head.constData(), head.size(), 0) < head.size())
        return cannotCreate(file->fileName(), qt_error_string(errno));
    std::unique_ptr<CaptureFile> result(new CaptureFile(std::move(file), head.size()));
    result->m_limit = limit;
    result->m_isTemporary = path.isEmpty();
    return result;
}

QStringList CaptureFile::leftBehind()
{
    return unlocked(Temporary::Recording);
}

void CaptureFile::removeLeftBehind(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0)
        file.remove();
}

void CaptureFile::removeCopiesLeftBehind()
{
    const QStringList paths = unlocked(Temporary::Copy);
    std::ranges::for_each(paths, removeLeftBehind);
}

bool CaptureFile::isAt(const QString &path) const
{
    return isAtPath(m_descriptor, path);
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
