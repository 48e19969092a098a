// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/framescan.h"

#include <QtEndian>

namespace wiretale {

namespace {

constexpr qsizetype MaskBytes = 4;

qsizetype lengthBytes(quint8 shortLength)
{
    return shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
}

quint64 payloadLength(QByteArrayView frame, quint8 shortLength)
{
    if (shortLength == 127)
        return qFromBigEndian<quint64>(frame.data() + 2);
    return shortLength == 126 ? qFromBigEndian<quint16>(frame.data() + 2) : shortLength;
}

} // namespace

FrameScan scanClientFrames(QByteArrayView bytes, qsizetype mostPayloadBytes)
{
    FrameScan scan;
    for (;;) {
        const QByteArrayView frame = bytes.sliced(scan.wholeBytes);
        if (frame.size() < 2)
            return scan;
        const auto second = quint8(frame.at(1));
        if ((second & 0x80U) == 0) {
            scan.verdict = FrameScan::Verdict::Unmasked;
            return scan;
        }
        const auto shortLength = quint8(second & 0x7fU);
        const qsizetype header = 2 + lengthBytes(shortLength);
        if (frame.size() < header)
            return scan;
        const quint64 payload = payloadLength(frame, shortLength);
        if (payload > quint64(mostPayloadBytes)) {
            scan.verdict = FrameScan::Verdict::TooLarge;
            return scan;
        }
        const qsizetype whole = header + MaskBytes + qsizetype(payload);
        if (frame.size() < whole)
            return scan;
        scan.wholeBytes += whole;
    }
}

} // namespace wiretale
