// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>
#include <limits>
#include <memory>

class QFile;

namespace wiretale {

/// A file that only grows, by whole pcapng blocks, through a tail kept in memory.
///
/// Offsets are those in the file, also for what is still in the tail. Its owner guards it by a lock, except
/// for readWritten() and writtenEnd(), which any thread may call. When writing fails, the file is cut back to
/// its last whole block, the tail is dropped, and nothing is taken any more.
class CaptureFile
{
public:
    /// An empty path: a temporary file that goes away with this object. `head` is written at once, so that a
    /// place where nothing can be written is an Error now.
    /// Nothing is written beyond `limit` bytes; what comes up to it stays. While it lives, the file is
    /// locked, so that another process can tell it from one that was left behind.
    static Result<std::unique_ptr<CaptureFile>> create(const QString &path, const QByteArray &head,
                                                       qint64 limit);
    /// Temporary files that nobody writes any more, as after a crash; the youngest first.
    [[nodiscard]] static QStringList leftBehind();
    /// One written before, to be read only. It ends where grow() said last.
    static Result<std::unique_ptr<CaptureFile>> open(const QString &path);
    ~CaptureFile();
    /// `wholeEnd`: behind a whole block. Any thread may go on reading.
    void grow(qint64 wholeEnd) noexcept { m_writtenEnd.store(wholeEnd, std::memory_order_release); }

    [[nodiscard]] QString path() const { return m_path; }
    /// Where the next block will begin.
    [[nodiscard]] qint64 end() const noexcept { return writtenEnd() + m_tail.size(); }
    /// Append whole blocks to it.
    [[nodiscard]] QByteArray &tail() noexcept { return m_tail; }
    /// What stands at `offset`, which must not be before writtenEnd().
    [[nodiscard]] char *inTail(qint64 offset) { return m_tail.data() + (offset - writtenEnd()); }

    /// Writes what is before `offset`, a block's beginning or end().
    Result<void> writeUntil(qint64 offset);
    [[nodiscard]] bool isStopped() const noexcept { return m_stopped; }

    /// Up to `length` bytes from `offset`; fewer at the end.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length) const;
    /// The same, of what is on disk.
    [[nodiscard]] QByteArray readWritten(qint64 offset, qint64 length) const;
    [[nodiscard]] qint64 writtenEnd() const noexcept { return m_writtenEnd.load(std::memory_order_acquire); }

private:
    CaptureFile(std::unique_ptr<QFile> file, qint64 writtenEnd);
    /// Of the tail's first `size` bytes, how many are whole blocks.
    [[nodiscard]] qsizetype wholeBlocks(qsizetype size) const noexcept;
    Error stop(qsizetype written, const QString &reason, bool isLimit);

    std::unique_ptr<QFile> m_file;
    QString m_path;
    QByteArray m_tail;
    qint64 m_limit = std::numeric_limits<qint64>::max();
    int m_descriptor = -1;
    std::atomic<qint64> m_writtenEnd {0};
    bool m_stopped = false;
};

} // namespace wiretale
