// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/framescan.h"
#include "tests/fuzz/fuzztarget.h"

using namespace wiretale;

// What a server lets through of a WebSocket client's bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    constexpr qsizetype MostPayloadBytes = 1000;
    const QByteArrayView stream(bytes, qsizetype(size));
    const FrameScan whole = scanClientFrames(stream, MostPayloadBytes);
    fuzz::require(whole.wholeBytes >= 0 && whole.wholeBytes <= stream.size(), "no more bytes than there are");

    // Let through as they come, the same frames pass, and the same fault stops them.
    qsizetype passed = 0;
    FrameScan scan;
    for (qsizetype end = 1; end <= stream.size() && scan.verdict == FrameScan::Verdict::Sound; ++end) {
        scan = scanClientFrames(stream.sliced(passed, end - passed), MostPayloadBytes);
        passed += scan.wholeBytes;
    }
    fuzz::require(passed == whole.wholeBytes, "byte by byte, the same frames are whole");
    fuzz::require(scan.verdict == whole.verdict, "byte by byte, the same fault is found");
    return 0;
}
