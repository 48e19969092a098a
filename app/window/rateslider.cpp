// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/rateslider.h"

#include "app/window/ratescale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace wiretale {

RateSlider::RateSlider(LiveSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_caption(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_value(new QLabel(this))
{
    m_slider->setRange(0, ratescale::Steps);
    m_slider->setPageStep(ratescale::Steps / 10);
    m_slider->setSingleStep(5);
    m_slider->setMinimumWidth(90);
    m_slider->setMaximumWidth(160);
    m_caption->setBuddy(m_slider);
    m_value->setMinimumWidth(m_value->fontMetrics().horizontalAdvance(QStringLiteral("\u00D70.025")));

    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->addWidget(m_caption);
    layout->addWidget(m_slider);
    layout->addWidget(m_value);

    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        m_settings.change([position](Settings &changed) { changed.rate = ratescale::rateAt(position); });
    });
    connect(&m_settings, &LiveSettings::changed, this, &RateSlider::showRate);
    retranslate();
}

void RateSlider::showRate()
{
    const double rate = m_settings.current().rate;
    const QSignalBlocker blocker(m_slider);
    // A rate that the slider cannot express stays as it is.
    if (!qFuzzyCompare(ratescale::rateAt(m_slider->value()), rate))
        m_slider->setValue(ratescale::positionOf(rate));
    m_value->setText(ratescale::text(rate));
}

void RateSlider::retranslate()
{
    m_caption->setText(tr("Rate"));
    m_slider->setAccessibleName(tr("Rate of the clock"));
    m_slider->setToolTip(tr("How fast the clock runs: ×1 is real time. Slower and faster: [ and ]"));
    showRate();
}

void RateSlider::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
