// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>

namespace wiretale::fuzz {

/// Ends the program when what must hold of every input does not hold of this one; `rule` says what must.
void require(bool holds, const char *rule);

/// How an input is cut into the pieces that a reader is fed.
enum class Pieces
{
    Whole,
    Bytes,
    Uneven
};

/// Calls `feed(piece)` for each piece, in order.
template <typename Feed>
void feedInPieces(QByteArrayView bytes, Pieces pieces, Feed &&feed)
{
    qsizetype size = 0;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        const qsizetype left = bytes.size() - at;
        const qsizetype wanted = pieces == Pieces::Whole ? left : pieces == Pieces::Bytes ? 1 : 1 + at % 23;
        size = wanted < left ? wanted : left;
        feed(bytes.sliced(at, size));
    }
}

} // namespace wiretale::fuzz

/// What libFuzzer calls with each input, and fuzzreplay.cpp where there is no libFuzzer. Each target is one
/// file that defines it. Answers 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size);
