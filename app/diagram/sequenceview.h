// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/idlegaps.h"
#include "app/diagram/sequencelayout.h"
#include "app/diagram/timemap.h"
#include "app/journal/trafficlog.h"
#include "common/clock.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QHash>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace wiretale {

/// The sequence diagram of a growing log: scrolling, zooming, hovering,
/// choosing.
///
/// Keeps the newest time in view until the user scrolls away, and again after
/// End. Slowing the clock stretches the picture by as much, so that it moves at
/// the same speed on the screen. Frames are drawn only while something moves.
class SequenceView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit SequenceView(QWidget *parent = nullptr);
    ~SequenceView() override;

    void setLog(std::shared_ptr<const TrafficLog> log);
    void setPace(const ClockPace &pace);
    /// How long messages in flight will likely take: the link's latency.
    void setTransitHint(std::chrono::nanoseconds transit);
    void setSelected(RecordNumber number);

    /// Shows the world as it was then (clock nanoseconds), while all goes on; nothing: as it is. Where the
    /// picture stands depends on the moment alone.
    void setMoment(std::optional<qint64> ns);
    [[nodiscard]] std::optional<qint64> moment() const noexcept { return m_moment; }
    /// Lines across at certain times: chapters, changed settings.
    void setMarkers(std::vector<TimeMarker> markers);
    /// A halo around the message that is spoken of; 0: none.
    void setHighlighted(RecordNumber number);
    /// Scrolls to a message, unless it is in view.
    void showMessage(RecordNumber number);

    /// What the tool tip says where no message is, as rich text; empty: nothing.
    using Explain = std::function<QString(DiagramSpot)>;
    void setExplain(Explain explain) { m_explain = std::move(explain); }

    /// Null while there is no log.
    [[nodiscard]] const Journal *journal() const noexcept;
    [[nodiscard]] RecordNumber selectedRecord() const noexcept { return m_selected; }
    [[nodiscard]] bool isFollowing() const noexcept { return m_isFollowing; }
    /// Pixels a clock second takes.
    [[nodiscard]] double pixelsPerSecond() const noexcept { return m_map.scale(); }
    [[nodiscard]] const SequenceScene &scene() const noexcept { return m_scene; }

public Q_SLOTS:
    void zoomBy(double factor);
    void resetZoom();
    /// Back to the newest time.
    void follow();
    void setFoldsIdleTime(bool folds);

Q_SIGNALS:
    void selected(wiretale::RecordNumber number);
    void followingChanged(bool isFollowing);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void makeActions();
    void retranslate();
    void onFrame();
    void updateScene();
    void applyScale(double anchorY);
    void scrollTo(double top);
    void scrollByUser(double pixels);
    void updateScrollBars();
    void placeFollowButton();
    void selectNeighbour(int step);
    void reveal(RecordNumber number);
    [[nodiscard]] qint64 nowNs() const;
    [[nodiscard]] double bodyHeight() const;
    /// Where the upper edge is while the newest time is followed.
    [[nodiscard]] double newestTop() const;
    [[nodiscard]] QString summaryOfRecord(RecordNumber number) const;

    std::shared_ptr<const TrafficLog> m_log;
    ClockPace m_pace;
    IdleGaps m_gaps;
    TimeMap m_map;
    SequenceScene m_scene;
    DiagramStyle m_style;
    QTimer m_frame;
    QAction m_zoomIn;
    QAction m_zoomOut;
    QAction m_resetZoom;
    QAction m_follow;
    QAction m_fold;
    QWidget *m_followButton = nullptr;
    mutable QHash<RecordNumber, QString> m_summaries;
    Explain m_explain;
    std::optional<qint64> m_moment;
    std::vector<TimeMarker> m_markers;
    RecordNumber m_highlighted = 0;
    qint64 m_transitHintNs = 0;
    quint64 m_seenRevision = 0;
    double m_zoom = 1;
    double m_top = 0; ///< y of the map at the upper edge
    QPointF m_dragFrom;
    double m_dragTop = 0;
    int m_dragLeft = 0;
    RecordNumber m_selected = 0;
    RecordNumber m_hovered = 0;
    bool m_isFollowing = true;
    bool m_isDragging = false;
    bool m_isScrolling = false;
    bool m_foldsIdleTime = true;
};

} // namespace wiretale
