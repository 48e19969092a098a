// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonreader.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>
#include <tuple>

using namespace wiretale;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray text = QByteArrayView(bytes, qsizetype(size)).toByteArray();
    const LessonReading reading = readLesson(text, QStringLiteral("a.lesson.yaml"));
    fuzz::require(reading.lesson.has_value() == reading.faults.isEmpty(),
                  "a lesson, or what is wrong with it");
    for (const Error &fault : reading.faults) {
        fuzz::require(!fault.message.isEmpty(), "a fault is told in a sentence");
        fuzz::require(fault.line >= 1 && fault.column >= 1, "a fault has a place");
        fuzz::require(fault.line <= text.count('\n') + text.count('\r') + 1, "a fault lies in the file");
    }
    const auto comesBefore = [](const Error &a, const Error &b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    };
    fuzz::require(std::ranges::is_sorted(reading.faults, comesBefore), "faults are in the order of the file");
    return 0;
}
