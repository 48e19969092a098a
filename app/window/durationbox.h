// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDoubleSpinBox>

#include <chrono>

namespace wiretale {

/// A time in milliseconds, to a tenth of one. edited() comes from people only, once they are done typing.
class DurationBox : public QDoubleSpinBox
{
    Q_OBJECT

public:
    DurationBox(std::chrono::milliseconds least, std::chrono::milliseconds most, QWidget *parent = nullptr);

    [[nodiscard]] std::chrono::nanoseconds duration() const;
    /// Without edited(); leaves alone what is being typed when it says the same.
    void showDuration(std::chrono::nanoseconds duration);
    void setSuffixText(const QString &suffix);

    [[nodiscard]] QString textFromValue(double value) const override;

Q_SIGNALS:
    void edited(std::chrono::nanoseconds duration);
};

} // namespace wiretale
