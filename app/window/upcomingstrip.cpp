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
// More than fit into a line say nothing.
constexpr qsizetype MostShown = 6;

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

QString UpcomingStrip::textAt(qint64 nowNs) const
{
    QList<const ClientState *> planned;
    for (const ClientState &client : m_clients) {
        if (client.upcoming && client.upcoming->due.count() >= nowNs)
            planned << &client;
    }
    std::ranges::stable_sort(planned, {}, [](const ClientState *client) { return client->upcoming->due; });
    QStringList parts;
    for (const ClientState *client : std::as_const(planned)) {
        if (parts.size() == MostShown)
            break;
        const double seconds = double(client->upcoming->due.count() - nowNs) / 1e9;
        //: What a client does next: %1 is its name, %2 what it does, %3 a number of seconds
        parts << tr("%1: %2 in %3 s")
                     .arg(client->name, Client::upcomingText(client->upcoming->what),
                          QLocale().toString(seconds, 'f', 1));
    }
    return parts.isEmpty() ? QString() : tr("Next: %1").arg(parts.join(QStringLiteral("   ·   ")));
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

void UpcomingStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showNow();
}

} // namespace wiretale
