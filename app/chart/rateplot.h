// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/chart/trafficstack.h"

#include <QChartView>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace wiretale {

/// One plot of the last minute: what carries events in a technique's full colour, what does not hatched upon
/// it. Draws what it is given; whoever owns it decides how often.
class RatePlot : public QChartView
{
    Q_OBJECT

public:
    explicit RatePlot(TrafficMeasure measure, QWidget *parent = nullptr);

    [[nodiscard]] TrafficMeasure measure() const noexcept { return m_measure; }
    void show(const TrafficStack &stack);
    /// Values per second at the top of the scale.
    [[nodiscard]] double ceiling() const noexcept { return m_ceiling; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeLayers();
    void applyLook();
    void applyScale(double highest);
    void retranslate();

    TrafficMeasure m_measure;
    std::array<QLineSeries *, TrafficStack::LayerCount> m_tops {};
    std::array<QAreaSeries *, TrafficStack::LayerCount> m_layers {};
    QValueAxis *m_time;
    QValueAxis *m_amount;
    double m_ceiling = 1;
    double m_unit = 1; // 1000 when the scale is in thousands
};

} // namespace wiretale
