// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/decompressor.h"
#include "tests/fuzz/fuzztarget.h"

using namespace wiretale;

namespace {

constexpr qsizetype Most = 100'000;

struct Reading
{
    QByteArray plain;
    Decompressor::State state {};

    friend bool operator==(const Reading &, const Reading &) = default;
};

std::unique_ptr<Decompressor> decompressorFor(int kind)
{
    switch (kind % 5) {
    case 0:
        return Decompressor::forMessages();
    case 1:
        return Decompressor::forCodings("gzip");
    case 2:
        return Decompressor::forCodings("deflate");
    case 3:
        return Decompressor::forCodings("br");
    default:
        return Decompressor::forCodings("br, gzip");
    }
}

Reading read(int kind, QByteArrayView bytes, fuzz::Pieces pieces)
{
    const std::unique_ptr<Decompressor> decompressor = decompressorFor(kind);
    Reading reading;
    fuzz::feedInPieces(bytes, pieces, [&](QByteArrayView piece) {
        const QByteArray more = decompressor->take(piece, Most);
        fuzz::require(more.size() <= Most, "no more than was asked for");
        reading.plain += more;
    });
    reading.state = decompressor->state();
    return reading;
}

} // namespace

// The first byte chooses the coding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView packed(bytes + 1, qsizetype(size) - 1);
    const Reading whole = read(bytes[0], packed, fuzz::Pieces::Whole);
    // In pieces the limit is each piece's.
    if (whole.state == Decompressor::State::TooLong)
        return 0;
    for (const fuzz::Pieces pieces : {fuzz::Pieces::Bytes, fuzz::Pieces::Uneven}) {
        const Reading other = read(bytes[0], packed, pieces);
        fuzz::require(other.state == whole.state, "in pieces it ends the same");
        // brotli keeps some of what came before the damage to itself: how much depends on where a step ended.
        const bool mayDiffer = bytes[0] % 5 >= 3 && whole.state == Decompressor::State::Damaged;
        const bool isAlike = other.plain.startsWith(whole.plain) || whole.plain.startsWith(other.plain);
        fuzz::require(mayDiffer ? isAlike : other.plain == whole.plain, "in pieces it says the same");
    }
    return 0;
}
