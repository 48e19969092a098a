// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/timemarker.h"
#include "app/journal/shownrecords.h"
#include "app/journal/trafficlog.h"
#include "common/clock.h"

#include <QAction>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QToolButton;

namespace wiretale {

class FilteredRows;

/// The whole recorded time as a strip: how much passed when, what is marked, and the moment that is looked
/// at. Dragging, clicking and keys choose the moment (Left and Right: by message); Live, or End, leads back.
/// With a filter, what it chooses stands out from the rest, and steps go along it.
///
/// Its actions do the same from anywhere in a window.
///
/// Costs a pass over its pixels, however long the recording is.
class ScrubberView : public QWidget
{
    Q_OBJECT

public:
    explicit ScrubberView(QWidget *parent = nullptr);

    void setLog(std::shared_ptr<const TrafficLog> log);
    /// What is chosen of the log, once they are rows of it. Tell of every change of them by followRows().
    void setRows(std::shared_ptr<const FilteredRows> rows);
    void setPace(const wiretale::ClockPace &pace);
    void setMarkers(std::vector<TimeMarker> markers);
    /// Nothing: live.
    void setMoment(std::optional<qint64> ns);
    [[nodiscard]] std::optional<qint64> moment() const noexcept { return m_moment; }

    /// What is shown was recorded before: the way back leads to its end.
    void setRecorded(bool isRecorded);
    /// To the departure or arrival before, or after, the moment; beyond the last one it is live again.
    void step(int direction);
    void goLive();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void followRows() { update(); }

Q_SIGNALS:
    void momentPicked(std::optional<qint64> ns);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void retranslate();
    void pick(std::optional<qint64> ns);
    [[nodiscard]] qint64 endNs() const;
    [[nodiscard]] double xOf(qint64 ns) const;
    [[nodiscard]] qint64 timeAt(double x) const;
    [[nodiscard]] QRectF strip() const;
    [[nodiscard]] ShownRecords shown() const noexcept;
    /// How much passed in each column of the strip, as a logarithm.
    [[nodiscard]] std::vector<double> densityOf(const ShownRecords &shown) const;
    void paintDensity(QPainter &painter) const;

    std::shared_ptr<const TrafficLog> m_log;
    std::shared_ptr<const FilteredRows> m_rows;
    ClockPace m_pace;
    std::vector<TimeMarker> m_markers;
    std::optional<qint64> m_moment;
    QTimer m_tick;
    QToolButton *m_live;
    bool m_isRecorded = false;
    QAction m_back;
    QAction m_forward;
    QAction m_toLive;
};

/// The time of the nearest departure or arrival before (`direction` < 0) or after `ns`; nothing when there is
/// none. Looks at a bounded number of messages around it.
[[nodiscard]] std::optional<qint64> neighbouringMoment(const ShownRecords &shown, qint64 ns, int direction);

} // namespace wiretale
