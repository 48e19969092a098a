// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/settings.h"
#include "common/pacedtimer.h"

#include <QByteArray>

#include <functional>
#include <random>

namespace wiretale {

/// Publishes events by a plan, on the clock: at an interval or at random times (exponentially distributed
/// waits). The events are the prices of a share that walks at random; the same seed gives the same times and
/// the same prices.
class Publisher
{
public:
    using Publish = std::function<void(const QByteArray &type, const QByteArray &data)>;

    Publisher(Clock &clock, quint32 seed, Publish publish);

    /// A plan that differs begins now; the same plan goes on undisturbed.
    void setPlan(const PublishPlan &plan);

private:
    void schedule();
    void publishNext();

    PublishPlan m_plan {.kind = PublishPlan::Kind::ByHand, .interval = {}};
    Publish m_publish;
    std::mt19937 m_random;
    PacedTimer m_timer;
    int m_cents = 10000;
};

} // namespace wiretale
