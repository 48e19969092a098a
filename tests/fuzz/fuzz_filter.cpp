// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filter.h"
#include "tests/fuzz/fuzztarget.h"

using namespace wiretale;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QString line = QString::fromUtf8(QByteArrayView(bytes, qsizetype(size)));
    const auto result = Filter::parse(line);
    if (const auto *fault = std::get_if<FilterError>(&result)) {
        fuzz::require(!fault->sentence.isEmpty(), "a fault is told in a sentence");
        fuzz::require(fault->position >= 0 && fault->length >= 0
                          && fault->position + fault->length <= line.size(),
                      "a fault lies in the line");
    } else {
        const auto &filter = std::get<Filter>(result);
        const auto again = Filter::parse(filter.toString());
        fuzz::require(std::holds_alternative<Filter>(again), "the plainest form is a filter");
        fuzz::require(std::get<Filter>(again) == filter, "the plainest form makes the same filter");
    }
    const qsizetype cursor = line.size() / 2;
    const FilterCompletions offered = Filter::completions(line, cursor, {QStringLiteral("a client")});
    fuzz::require(offered.begin >= 0 && offered.length >= 0 && offered.begin + offered.length <= line.size(),
                  "a completion replaces characters of the line");
    return 0;
}
