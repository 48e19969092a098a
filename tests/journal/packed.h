// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#define ZLIB_CONST
#include <zlib.h>

namespace wiretale {

/// Compresses as servers and WebSockets do.
class Packer
{
public:
    enum class Format
    {
        Gzip = 31,
        Zlib = 15,
        Deflate = -15
    };
    explicit Packer(Format format)
    {
        deflateInit2(&m_stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, int(format), 8, Z_DEFAULT_STRATEGY);
    }
    ~Packer() { deflateEnd(&m_stream); }
    Packer(const Packer &) = delete;
    Packer &operator=(const Packer &) = delete;

    QByteArray pack(const QByteArray &plain, int flush)
    {
        QByteArray packed(qsizetype(deflateBound(&m_stream, uLong(plain.size()))) + 64, '\0');
        m_stream.next_in = reinterpret_cast<const Bytef *>(plain.constData());
        m_stream.avail_in = uInt(plain.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        m_stream.avail_out = uInt(packed.size());
        deflate(&m_stream, flush);
        packed.chop(qsizetype(m_stream.avail_out));
        return packed;
    }
    /// What a message's frames carry (RFC 7692, 7.2.1).
    QByteArray message(const QByteArray &plain) { return pack(plain, Z_SYNC_FLUSH).chopped(4); }

    static QByteArray whole(Format format, const QByteArray &plain)
    {
        return Packer(format).pack(plain, Z_FINISH);
    }

private:
    z_stream m_stream {};
};

} // namespace wiretale
