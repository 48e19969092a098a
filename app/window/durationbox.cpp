// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/durationbox.h"

#include <QSignalBlocker>

#include <cmath>

namespace wiretale {

namespace {

constexpr double NsInMs = 1e6;

} // namespace

DurationBox::DurationBox(std::chrono::milliseconds least, std::chrono::milliseconds most, QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(1);
    setRange(double(least.count()), double(most.count()));
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    setGroupSeparatorShown(true);
    setKeyboardTracking(false);
    setAlignment(Qt::AlignRight);
    connect(this, &QDoubleSpinBox::valueChanged, this, [this] { Q_EMIT edited(duration()); });
}

std::chrono::nanoseconds DurationBox::duration() const
{
    return std::chrono::nanoseconds {std::llround(value() * NsInMs)};
}

void DurationBox::showDuration(std::chrono::nanoseconds duration)
{
    if (this->duration() == duration)
        return;
    const QSignalBlocker blocker(this);
    setValue(double(duration.count()) / NsInMs);
}

void DurationBox::setSuffixText(const QString &suffix)
{
    if (suffix != this->suffix())
        setSuffix(suffix);
}

QString DurationBox::textFromValue(double value) const
{
    const bool isWhole = std::abs(value - std::round(value)) < 0.05;
    return locale().toString(value, 'f', isWhole ? 0 : 1);
}

} // namespace wiretale
