// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace wiretale {

/// What the bytes of a WebSocket client begin with (RFC 6455, 5.2).
struct FrameScan
{
    enum class Verdict
    {
        Sound,
        Unmasked, ///< 5.1: the server closes with 1002
        TooLarge ///< 7.4.1: it closes with 1009
    };

    qsizetype wholeBytes = 0; ///< of the frames at the front that are whole and sound
    Verdict verdict = Verdict::Sound; ///< of what follows them

    friend bool operator==(const FrameScan &, const FrameScan &) = default;
};

/// Looks at the frames that `bytes` begin with. A fault is told as soon as the frame's header shows it.
[[nodiscard]] FrameScan scanClientFrames(QByteArrayView bytes, qsizetype mostPayloadBytes);

} // namespace wiretale
