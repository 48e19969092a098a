// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/publisher.h"

#include <algorithm>
#include <cmath>

namespace wiretale {

using namespace std::chrono_literals;

Publisher::Publisher(Clock &clock, quint32 seed, Publish publish)
    : m_publish(std::move(publish))
    , m_random(seed)
    , m_timer(clock, [this] { publishNext(); })
{
}

void Publisher::setPlan(const PublishPlan &plan)
{
    if (plan == m_plan)
        return;
    m_plan = plan;
    m_timer.stop();
    schedule();
}

void Publisher::schedule()
{
    const Nanoseconds interval = std::max<Nanoseconds>(m_plan.interval, 1ms);
    switch (m_plan.kind) {
    case PublishPlan::Kind::ByHand:
        return;
    case PublishPlan::Kind::EveryInterval:
        m_timer.startEvery(interval);
        return;
    case PublishPlan::Kind::AtRandom:
        // Not std::exponential_distribution: its results may differ from one standard library to the next.
        const double uniform = (double(m_random()) + 0.5) / 4294967296.0;
        m_timer.start(Nanoseconds {qint64(-std::log(uniform) * double(interval.count()))});
        return;
    }
}

void Publisher::publishNext()
{
    m_cents = std::max(100, m_cents + int(m_random() % 101) - 50);
    if (m_plan.kind == PublishPlan::Kind::AtRandom)
        schedule();
    m_publish("price", QByteArray::number(double(m_cents) / 100.0, 'f', 2));
}

} // namespace wiretale
