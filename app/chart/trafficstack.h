// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QList>
#include <QPointF>

#include <array>
#include <chrono>

namespace wiretale {

class TrafficSeries;

enum class TrafficMeasure
{
    Messages,
    Bytes
};

/// The last minute as layers that lie upon each other: for each technique what carries events, and upon it
/// what does not. x: clock seconds before now, -60 to 0; y: per second of clock time.
struct TrafficStack
{
    static constexpr double Span = 60.0;
    static constexpr size_t LayerCount = size_t(2) * TechniqueCount;

    [[nodiscard]] static constexpr size_t payloadLayer(size_t place) noexcept { return 2 * place; }
    [[nodiscard]] static constexpr size_t overheadLayer(size_t place) noexcept { return 2 * place + 1; }

    /// The upper edge of each layer in steps, all with the same x; order of techniques: TechniquesInOrder.
    std::array<QList<QPointF>, LayerCount> tops;
    /// The highest that the four techniques reach together; plain HTTP, which lies on top, counts only where
    /// it is alone. So a page that is loaded does not flatten everything else.
    double highest = 0;
};

[[nodiscard]] TrafficStack stackOf(const TrafficSeries &series, TrafficMeasure measure,
                                   std::chrono::nanoseconds now);

/// The smallest of 1, 2 or 5 times a power of ten that is not less than `value`, at least 1.
[[nodiscard]] double niceCeiling(double value);

/// Where an axis should end that ends at `current` now, so that it does not jump: it grows when `highest` no
/// longer fits, and shrinks only when less than a third of it would be used.
[[nodiscard]] double settledCeiling(double current, double highest);

} // namespace wiretale
