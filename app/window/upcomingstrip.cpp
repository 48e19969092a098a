// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/upcomingstrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace wiretale {

namespace {

constexpr int TickMs = 100;

/// Clients of one kind that plan the same.
struct Plan
{
    QString first; ///< the client whose turn it is
    Technique technique = Technique::Http;
    QString what;
    qint64 dueNs = 0;
    int others = 0;
};

void add(QList<Plan> &plans, const ClientState &client, const QString &what, qint64 dueNs)
{
    const auto same = std::ranges::find_if(
        plans, [&](const Plan &each) { return each.technique == client.technique && each.what == what; });
    if (same == plans.end()) {
        plans.append(
            {.first = client.name, .technique = client.technique, .what = what, .dueNs = dueNs, .others = 0});
        return;
    }
    ++same->others;
    if (dueNs < same->dueNs) {
        same->dueNs = dueNs;
        same->first = client.name;
    }
}

// Heartbeats keep their beat, so that the next is known without asking again.
qint64 nextOf(const ClientState::Beat &beat, qint64 nowNs)
{
    const qint64 first = beat.next.count();
    const qint64 interval = beat.interval.count();
    if (first >= nowNs || interval <= 0)
        return first;
    return first + (nowNs - first + interval - 1) / interval * interval;
}

QString secondsText(qint64 ns)
{
    return QLocale().toString(double(ns) / 1e9, 'f', 1);
}

/// The same, of what may be short.
QString preciseText(qint64 ns)
{
    return ns < 1'000'000'000 ? QLocale().toString(double(ns) / 1e9, 'f', 3) : secondsText(ns);
}

} // namespace

UpcomingStrip::UpcomingStrip(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_text, 1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMinimumWidth(1); // rather cut off than widening the window
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, this, &UpcomingStrip::showNow);
}

void UpcomingStrip::setClients(const QList<ClientState> &clients)
{
    m_clients = clients;
    showNow();
}

void UpcomingStrip::setPace(const ClockPace &pace)
{
    m_pace = pace;
    showNow();
}

void UpcomingStrip::setMoment(std::optional<qint64> ns)
{
    m_moment = ns;
    showNow();
}

void UpcomingStrip::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    showNow();
}

QStringList UpcomingStrip::partsAt(qint64 nowNs) const
{
    QList<Plan> plans;
    for (const ClientState &client : m_clients) {
        if (client.upcoming && client.upcoming->due.count() >= nowNs)
            add(plans, client, Client::upcomingText(client.upcoming->what), client.upcoming->due.count());
        if (client.heartbeat)
            add(plans, client, tr("server's heartbeat"), nextOf(*client.heartbeat, nowNs));
    }
    std::ranges::stable_sort(plans, {}, &Plan::dueNs);
    QStringList parts;
    for (const Plan &plan : std::as_const(plans)) {
        const QString seconds = secondsText(plan.dueNs - nowNs);
        //: What comes next: %1 is a client's name, %2 what it does or gets, %3 a number of seconds
        parts << (plan.others == 0 ? tr("%1: %2 in %3 s").arg(plan.first, plan.what, seconds)
                                   //: As before; %n is how many more clients wait for the same
                                   : tr("%1 and %n more: %2 in %3 s", nullptr, plan.others)
                                         .arg(plan.first, plan.what, seconds));
    }
    return parts;
}

QString UpcomingStrip::textAt(qint64 nowNs) const
{
    if (m_isRecorded && m_moment) {
        //: %1 and %2 are numbers of seconds
        return tr("You look at %1 s of %2 s. L leads to the recording's end.")
            .arg(preciseText(*m_moment), preciseText(nowNs));
    }
    if (m_isRecorded) {
        //: %1 is a number of seconds; Run and Step are the names of buttons
        return tr("A recording of %1 s. Run plays it from the beginning, Step goes on by a "
                  "message.")
            .arg(preciseText(nowNs));
    }
    if (m_moment) {
        return tr("You look back at %1 s; now it is %2 s. L leads back to what happens now.")
            .arg(secondsText(*m_moment), secondsText(nowNs));
    }
    QStringList parts = partsAt(nowNs);
    // Rather less than cut off in the middle.
    const auto joined = [&parts] { return tr("Next: %1").arg(parts.join(QStringLiteral("   ·   "))); };
    while (parts.size() > 1 && m_text->fontMetrics().horizontalAdvance(joined()) > m_text->width())
        parts.removeLast();
    return parts.isEmpty() ? QString() : joined();
}

void UpcomingStrip::showNow()
{
    const QString text = textAt(m_pace.now().count());
    // The line stays where it is, so that the diagram does not jump.
    m_text->setText(text);
    const bool moves = !text.isEmpty() && !m_pace.paused;
    if (moves != m_tick.isActive())
        moves ? m_tick.start() : m_tick.stop();
}

void UpcomingStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showNow();
}

void UpcomingStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showNow();
}

} // namespace wiretale
