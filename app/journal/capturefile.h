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

/// What a capture without a path of its own is for.
enum class Temporary : quint8
{
    Recording, ///< the only one there is
    Copy ///< made from a file that is still there
};

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
    /// locked, so that another process can tell it from one that was left behind, and does not write it, too.
    static Result<std::unique_ptr<CaptureFile>> create(const QString &path, const QByteArray &head,
                                                       qint64 limit, Temporary temporary);
    /// Temporary recordings that nobody writes or reads any more, as after a crash; the youngest first.
    [[nodiscard]] static QStringList leftBehind();
    /// Unless somebody writes or reads it.
    static void removeLeftBehind(const QString &path);
    /// Removes copies that were left behind.
    static void removeCopiesLeftBehind();
    /// One written before, to be read only. It ends where grow() said last.
    static Result<std::unique_ptr<CaptureFile>> open(const QString &path);
    ~CaptureFile();
    /// `wholeEnd`: behind a whole block. Any thread may go on reading.
    void grow(qint64 wholeEnd) noexcept { m_writtenEnd.store(wholeEnd, std::memory_order_release); }

    [[nodiscard]] QString path() const { return m_path; }
    /// Whether it goes away with this object.
    [[nodiscard]] bool isTemporary() const noexcept { return m_isTemporary; }
    /// Whether it is this file that stands there, rather than another that took its place.
    [[nodiscard]] bool isAt(const QString &path) const;
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
    bool m_isTemporary = false;
};

} // namespace wiretale
