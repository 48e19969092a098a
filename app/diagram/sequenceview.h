// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/diagramcamera.h"
#include "app/diagram/sequencelayout.h"
#include "app/diagram/timemodeactions.h"
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

class FilterChip;
class FilteredRows;

/// The sequence diagram of a growing log: scrolling, zooming, hovering,
/// choosing.
///
/// Keeps the newest time in view until the user scrolls away, and again after
/// End. Frames are drawn only while something moves.
class SequenceView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit SequenceView(QWidget *parent = nullptr);
    ~SequenceView() override;

    void setLog(std::shared_ptr<const TrafficLog> log);
    /// Of which messages alone are shown, once they are rows of the same log. Tell of every change of them by
    /// followRows().
    void setRows(std::shared_ptr<const FilteredRows> rows);
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
    /// False for what a filter leaves out.
    [[nodiscard]] bool shows(RecordNumber number) const noexcept;
    [[nodiscard]] bool isFollowing() const noexcept { return m_camera.isFollowing(); }
    [[nodiscard]] TimeMode timeMode() const noexcept { return m_camera.map().mode(); }
    /// Pixels a clock second takes.
    [[nodiscard]] double pixelsPerSecond() const noexcept { return m_camera.map().scale(); }
    [[nodiscard]] const SequenceScene &scene() const noexcept { return m_scene; }
    /// Pixels from one message to the next, by steps.
    [[nodiscard]] double pixelsPerStep() const noexcept { return m_camera.map().step(); }
    /// The moment that is shown: now, or one of the past.
    [[nodiscard]] qint64 nowNs() const;
    /// The stretch of time that is in view: its first and last moment (clock nanoseconds).
    [[nodiscard]] std::pair<qint64, qint64> shownTime() const;

public Q_SLOTS:
    void zoomBy(double factor);
    void resetZoom();
    /// Back to the newest time.
    void follow();
    void showOldest();
    /// The same, and stays there while a log that was recorded before is still being read.
    void holdOldest();
    /// What is shown was recorded before: its newest message is its end.
    void setRecorded(bool isRecorded);
    /// Enlarges what would take a small part of the view's height, to most of it.
    void fitShort();
    /// Follows again if all there is is in view.
    void settle();
    void setTimeMode(wiretale::TimeMode mode);
    /// The rows, or what filters them, changed.
    void followRows();

Q_SIGNALS:
    /// The user wants to see all messages again.
    void filterUnwanted();
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
    /// Header, steps and margin are as high as the text asks for.
    void fitToFont();
    void showWhetherFollowing();
    void scrollByUser(double pixels);
    void updateScrollBars();
    void placeFollowButton();
    void selectNeighbour(int step);
    void reveal(RecordNumber number);
    void takeShown();
    void showFilter();
    [[nodiscard]] bool isFiltered() const noexcept;
    [[nodiscard]] ShownRecords wanted() const noexcept;
    [[nodiscard]] std::optional<DiagramCamera::Anchor> anchorOfSelected() const;
    /// Why nothing is there; empty when something is.
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] bool isAtCorner(QPointF point) const;
    [[nodiscard]] QString summaryOfRecord(RecordNumber number) const;

    std::shared_ptr<const TrafficLog> m_log;
    std::shared_ptr<const FilteredRows> m_rows;
    ShownRecords m_shown; ///< of the log, by the rows
    quint64 m_beganAt = 0; ///< the revision at which what is shown began anew
    ClockPace m_pace;
    DiagramCamera m_camera;
    SequenceScene m_scene;
    DiagramStyle m_style;
    QTimer m_frame;
    QAction m_zoomIn;
    QAction m_zoomOut;
    QAction m_resetZoom;
    QAction m_follow;
    QAction m_clearFilter;
    TimeModeActions m_timeMode;
    QWidget *m_followButton = nullptr;
    FilterChip *m_filterChip = nullptr;
    mutable QHash<RecordNumber, QString> m_summaries;
    Explain m_explain;
    std::optional<qint64> m_moment;
    std::vector<TimeMarker> m_markers;
    RecordNumber m_highlighted = 0;
    qint64 m_transitHintNs = 0;
    quint64 m_seenRevision = 0;
    double m_headerHeight = 0;
    QPointF m_dragFrom;
    double m_dragTop = 0;
    int m_dragLeft = 0;
    RecordNumber m_selected = 0;
    RecordNumber m_hovered = 0;
    bool m_isSelectedHidden = false;
    bool m_wasFollowing = true;
    bool m_isRecorded = false;
    bool m_isDragging = false;
    bool m_isScrolling = false;
};

} // namespace wiretale
