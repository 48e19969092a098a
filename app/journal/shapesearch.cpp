// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/shapesearch.h"

#include "app/journal/journal.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace wiretale {

namespace {

constexpr RecordNumber LooksBetweenCalls = 16'384;

bool isMessage(MessageKind kind) noexcept
{
    return kind != MessageKind::Open && kind != MessageKind::Close && kind != MessageKind::Fault;
}

/// The latest messages of one client, as many as the shape has parts.
struct Lane
{
    std::deque<RecordNumber> numbers;
    std::deque<ShapePart> parts;
};

} // namespace

ShapePart shapePartOf(const Record &record) noexcept
{
    return {.kind = record.kind,
            .direction = record.direction,
            .isEmpty = record.isEmptyResponse(),
            .isControl = isControlFrame(record),
            .isHandshake = record.has(RecordFlag::Handshake)};
}

void ShapeSearch::run(const Journal &journal, const std::vector<ShapePart> &shape, const Found &found,
                      const GoesOn &goesOn)
{
    if (shape.empty() || shape.size() > LongestShape)
        return;
    const bool isOfMessages
        = std::ranges::all_of(shape, [](const ShapePart &part) { return isMessage(part.kind); });
    const RecordNumber last = journal.size();
    std::unordered_map<quint32, Lane> lanes; // index: client
    for (RecordNumber number = 1; number <= last; ++number) {
        if (number % LooksBetweenCalls == 0 && !goesOn(number))
            return;
        const Record record = journal.at(number);
        if (isOfMessages && !isMessage(record.kind))
            continue;
        Lane &lane = lanes[journal.connection(record.connection).client];
        lane.numbers.push_back(number);
        lane.parts.push_back(shapePartOf(record));
        if (lane.parts.size() > shape.size()) {
            lane.numbers.pop_front();
            lane.parts.pop_front();
        }
        if (!std::ranges::equal(lane.parts, shape))
            continue;
        found({lane.numbers.begin(), lane.numbers.end()});
        lane = {};
    }
    goesOn(last);
}

} // namespace wiretale
