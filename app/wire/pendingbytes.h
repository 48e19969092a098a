// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace wiretale {

/// Bytes of a stream that belong to no message yet. Taking from the front costs nothing until enough was
/// taken.
class PendingBytes
{
public:
    void append(QByteArrayView bytes) { m_bytes += bytes; }
    /// `count` up to size().
    void drop(qsizetype count)
    {
        m_begin += count;
        m_offset += count;
        if (m_begin == m_bytes.size() || m_begin > CompactAt) {
            m_bytes.remove(0, m_begin);
            m_begin = 0;
        }
    }

    [[nodiscard]] QByteArrayView view() const noexcept { return QByteArrayView(m_bytes).sliced(m_begin); }
    [[nodiscard]] qsizetype size() const noexcept { return m_bytes.size() - m_begin; }
    [[nodiscard]] char at(qsizetype index) const noexcept { return m_bytes.at(m_begin + index); }
    /// Where the first of them stands in the stream.
    [[nodiscard]] qint64 offset() const noexcept { return m_offset; }

private:
    static constexpr qsizetype CompactAt = qsizetype(64) * 1024;

    QByteArray m_bytes;
    qsizetype m_begin = 0;
    qint64 m_offset = 0;
};

} // namespace wiretale
