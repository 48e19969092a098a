// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/trafficstack.h"

#include "app/chart/techniquelook.h"
#include "app/chart/trafficseries.h"

#include <algorithm>
#include <cmath>

namespace wiretale {

namespace {

struct Amounts
{
    double payload = 0;
    double overhead = 0;
};

Amounts amountsOf(const TrafficShare &share, TrafficMeasure measure)
{
    if (measure == TrafficMeasure::Messages)
        return {double(share.loadedMessages), double(share.bareMessages)};
    return {double(share.payloadBytes), double(share.overheadBytes)};
}

double perSecond(double amount)
{
    return amount / std::chrono::duration<double>(TrafficSeries::BucketLength).count();
}

} // namespace

TrafficStack stackOf(const TrafficSeries &series, TrafficMeasure measure, std::chrono::nanoseconds now)
{
    using Seconds = std::chrono::duration<double>;
    const qint64 last = TrafficSeries::bucketOf(now.count());
    const qint64 first = last - qint64(TrafficStack::Span / Seconds(TrafficSeries::BucketLength).count());

    TrafficStack stack;
    double highestOfAll = 0;
    for (qint64 index = first; index <= last; ++index) {
        const double begin = Seconds(index * TrafficSeries::BucketLength - now).count();
        const double end = Seconds((index + 1) * TrafficSeries::BucketLength - now).count();
        const double right = std::min(end, 0.0);
        // What is shorter than a bucket as a whole would hardly be seen, and has nothing beside it.
        const double whole = Seconds(TrafficSeries::BucketLength).count();
        const double left = std::max(last == 0 ? right - whole : begin, -TrafficStack::Span);
        const TrafficBucket bucket = series.bucket(index);
        double top = 0;
        double techniques = 0;
        for (size_t place = 0; place < TechniquesInOrder.size(); ++place) {
            const Amounts amounts = amountsOf(bucket[size_t(TechniquesInOrder[place])], measure);
            top += perSecond(amounts.payload);
            stack.tops[TrafficStack::payloadLayer(place)] << QPointF(left, top) << QPointF(right, top);
            top += perSecond(amounts.overhead);
            stack.tops[TrafficStack::overheadLayer(place)] << QPointF(left, top) << QPointF(right, top);
            if (TechniquesInOrder[place] != Technique::Http)
                techniques = top;
        }
        stack.highest = std::max(stack.highest, techniques);
        highestOfAll = std::max(highestOfAll, top);
    }
    if (stack.highest == 0)
        stack.highest = highestOfAll;
    return stack;
}

double niceCeiling(double value)
{
    double power = 1;
    while (power * 10 < value)
        power *= 10;
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

double settledCeiling(double current, double highest)
{
    const double needed = niceCeiling(highest);
    return needed > current || highest < current / 3 ? needed : current;
}

} // namespace wiretale
