// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/linkpanel.h"

#include "app/window/durationbox.h"
#include "app/window/formrows.h"
#include "app/window/linkchooser.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QSignalBlocker>

#include <cmath>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

constexpr double BitsInMegabit = 1e6;

} // namespace

LinkPanel::LinkPanel(LiveSettings &settings, LinkChooser &chooser, QWidget *parent)
    : QGroupBox(parent)
    , m_settings(settings)
    , m_form(new QFormLayout(this))
    , m_named(chooser.makeBox(this))
    , m_latency(new DurationBox(0ms, 60s, this))
    , m_jitter(new DurationBox(0ms, 60s, this))
    , m_bandwidth(new QDoubleSpinBox(this))
{
    m_bandwidth->setRange(0, 100'000);
    m_bandwidth->setDecimals(3);
    m_bandwidth->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_bandwidth->setKeyboardTracking(false);
    m_bandwidth->setAlignment(Qt::AlignRight);
    formrows::add(*m_form, m_named);
    formrows::add(*m_form, m_latency);
    formrows::add(*m_form, m_jitter);
    formrows::add(*m_form, m_bandwidth);

    connect(m_latency, &DurationBox::edited, this, [this](std::chrono::nanoseconds time) {
        m_settings.change([time](Settings &changed) { changed.link.latency = time; });
    });
    connect(m_jitter, &DurationBox::edited, this, [this](std::chrono::nanoseconds time) {
        m_settings.change([time](Settings &changed) { changed.link.jitter = time; });
    });
    connect(m_bandwidth, &QDoubleSpinBox::valueChanged, this, [this](double megabits) {
        m_settings.change([megabits](Settings &changed) {
            changed.link.bitsPerSecond = std::llround(megabits * BitsInMegabit);
        });
    });
    connect(&m_settings, &LiveSettings::changed, this, &LinkPanel::showLink);
    retranslate();
    showLink();
}

void LinkPanel::editOwn()
{
    m_latency->setFocus(Qt::ShortcutFocusReason);
    m_latency->selectAll();
}

void LinkPanel::showLink()
{
    const LinkProfile &link = m_settings.current().link;
    m_latency->showDuration(link.latency);
    m_jitter->showDuration(link.jitter);
    const QSignalBlocker blocker(m_bandwidth);
    m_bandwidth->setValue(double(link.bitsPerSecond) / BitsInMegabit);
}

void LinkPanel::retranslate()
{
    setTitle(tr("Link"));
    formrows::label(*m_form, m_named, tr("Link"),
                    tr("A link with a name; own values below make it your own."));
    formrows::label(*m_form, m_latency, tr("Latency"), tr("How long a message travels, one way."));
    formrows::label(*m_form, m_jitter, tr("Jitter"),
                    tr("Added to the latency at random, from nothing to this. Messages never overtake."));
    formrows::label(*m_form, m_bandwidth, tr("Bandwidth"),
                    tr("How many bits the link carries in a second of the clock's time, each way."));
    //: Unit after a number of milliseconds, with a space before it
    m_latency->setSuffixText(tr(" ms"));
    m_jitter->setSuffixText(tr(" ms"));
    //: Unit after a number of megabits per second, with a space before it
    m_bandwidth->setSuffix(tr(" Mbit/s"));
    m_bandwidth->setSpecialValueText(tr("not limited"));
}

void LinkPanel::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
