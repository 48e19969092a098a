// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/idlegaps.h"
#include "app/diagram/messagemark.h"
#include "app/diagram/timemap.h"
#include "app/diagram/timemarker.h"
#include "app/journal/shownrecords.h"
#include "common/result.h"

#include <QFont>
#include <QSizeF>

#include <vector>

class QPainter;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// The sequence diagram cut into pages, each with the lifelines' names above it; the same picture as on the
/// screen, be it filtered or not, on paper of any kind. Sizes in pixels of the diagram, whose text is 12
/// pixels high.
///
/// A page ends before its messages become too many to be drawn one by one. Needs a QGuiApplication; any
/// thread.
class DiagramPages
{
public:
    struct Paper
    {
        double width = 1000; ///< at least; lanes that do not fit make it wider
        double height = 4000; ///< of a page, at most
    };

    DiagramPages(const TrafficLog &log, const ExportChoice &choice);
    DiagramPages(const DiagramPages &) = delete;
    DiagramPages &operator=(const DiagramPages &) = delete;

    /// How wide a page must be for every lane to be legible.
    [[nodiscard]] double neededWidth() const;
    void cut(const Paper &paper);

    /// At least one.
    [[nodiscard]] int count() const noexcept { return int(m_pages.size()); }
    [[nodiscard]] QSizeF size(int page) const;
    void paint(QPainter &painter, int page) const;
    /// An Error when there are more pages than anybody wants as files of their own.
    [[nodiscard]] Result<void> canBeFiles() const;

private:
    struct Page
    {
        double top = 0; ///< y of the TimeMap
        double bottom = 0;
    };

    void setScale(double pixelsPerSecond);
    void setScales(const ExportChoice &choice);
    [[nodiscard]] double legibleScale();
    [[nodiscard]] quint32 messageCount() const;
    [[nodiscard]] qint64 lastArrivalNs() const;
    [[nodiscard]] double topOfAll() const;
    [[nodiscard]] double endOfAll() const;
    [[nodiscard]] double endOfPage(double top, double bottom) const;
    [[nodiscard]] QString label(RecordNumber number) const;

    const TrafficLog &m_log;
    ChosenRecords m_chosen; ///< where not all of them are
    ShownRecords m_shown;
    IdleGaps m_gaps;
    TimeMap m_map;
    DiagramStyle m_style;
    QFont m_font;
    std::vector<TimeMarker> m_markers;
    qint64 m_fromNs = 0;
    qint64 m_toNs = 0;
    qint64 m_nowNs = 0;
    double m_width = 0;
    std::vector<Page> m_pages;
};

} // namespace wiretale
