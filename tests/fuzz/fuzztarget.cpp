// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzztarget.h"

#include <cstdio>
#include <cstdlib>

namespace wiretale::fuzz {

void require(bool holds, const char *rule)
{
    if (holds)
        return;
    static_cast<void>(std::fprintf(stderr, "This does not hold: %s\n", rule));
    std::abort();
}

} // namespace wiretale::fuzz
