// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/dissection.h"
#include "tests/fuzz/fuzztarget.h"

using namespace wiretale;

// Both sides of a connection that has just opened.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    fuzz::dissectInEveryWay(fuzz::conversationFrom({bytes, qsizetype(size)}));
    return 0;
}
