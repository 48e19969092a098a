// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace wiretale {

/// Unpacks compressed data that is fed in any pieces: content codings of HTTP (RFC 9110, 8.4.1), messages of
/// WebSocket (RFC 7692).
///
/// The data is untrusted: whatever stands in it, each call ends and takes no more memory than `most` and a
/// window. What is wrong with it ends it; what came before that is good.
class Decompressor
{
public:
    /// By a list as it stands in Content-Encoding, the coding that was applied last at its end: gzip, deflate
    /// and br. Null when one of them is none of these.
    [[nodiscard]] static std::unique_ptr<Decompressor> forCodings(QByteArrayView codings);
    /// DEFLATE without a head, which goes on behind a final block (RFC 7692, 7.2.3.4).
    [[nodiscard]] static std::unique_ptr<Decompressor> forMessages();

    virtual ~Decompressor() = default;
    Decompressor(const Decompressor &) = delete;
    Decompressor &operator=(const Decompressor &) = delete;

    enum class State : quint8
    {
        GoesOn,
        Complete, ///< the data said that it is over; what follows is passed over
        TooLong, ///< there was more than was asked for, and nothing more will come
        Damaged
    };
    /// What these bytes add: `most` bytes of it at the most.
    [[nodiscard]] virtual QByteArray take(QByteArrayView bytes, qsizetype most) = 0;
    [[nodiscard]] virtual State state() const noexcept = 0;

protected:
    Decompressor() = default;
};

} // namespace wiretale
