// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <functional>
#include <vector>

namespace wiretale {

class Journal;

/// One arrow of a shape: what a message looks like in the diagram, whoever sent it and whenever.
struct ShapePart
{
    MessageKind kind = MessageKind::Opaque;
    Direction direction = Direction::ClientToServer;
    bool isEmpty = false; ///< an empty answer
    bool isControl = false; ///< a ping, a pong, a close frame
    bool isHandshake = false;

    friend bool operator==(const ShapePart &, const ShapePart &) = default;
};

[[nodiscard]] ShapePart shapePartOf(const Record &record) noexcept;

/// Where a shape was found: the messages, in order.
using ShapeFind = std::vector<RecordNumber>;

/// Looks for a few arrows that follow each other on one client's lane, such as ask, empty, ask, empty: as
/// often as they are found without overlapping. Connections that open and close in between do not matter,
/// unless the shape has some itself.
class ShapeSearch
{
public:
    static constexpr size_t LongestShape = 64;

    using Found = std::function<void(const ShapeFind &find)>;
    /// Called now and then with how many messages were looked at; answering false ends the search.
    using GoesOn = std::function<bool(RecordNumber looked)>;

    static void run(const Journal &journal, const std::vector<ShapePart> &shape, const Found &found,
                    const GoesOn &goesOn);
};

} // namespace wiretale
