// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/messagemark.h"
#include "app/diagram/timemap.h"
#include "app/diagram/timemarker.h"
#include "app/journal/shownrecords.h"
#include "common/quantities.h"

#include <QLineF>
#include <QRectF>
#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace wiretale {

/// What a sequence diagram shows of a journal at one moment: everything in
/// pixels of the viewport, nothing drawn.
struct SequenceScene
{
    struct Lane
    {
        quint32 client = ConnectionSpan::NoClient; ///< NoClient: connections whose
                                                   ///< client is not known yet
        QString name {};
        Technique technique = Technique::Http;
        QRectF area {};
        double clientX = 0; ///< the client's lifeline
        double serverX = 0;
    };
    struct Connection
    {
        QRectF client; ///< a bar behind each of the two lifelines
        QRectF server;
    };
    struct Activation
    {
        QRectF held {}; ///< from the request's arrival to its answer
        QRectF streaming {}; ///< from there to the answer's end; empty when it was
                             ///< answered at once
        Technique technique = Technique::Http;
        bool isHeld = false; ///< it waits at this moment
        qint64 heldNs = 0; ///< for how long; 0 when bars are merged as they are too many
    };
    struct Arrow
    {
        RecordNumber number = 0;
        MessageMark mark = MessageMark::Opaque;
        QLineF line {}; ///< from its sender to where it is now
        bool isInFlight = false;
        bool isCut = false;
    };
    struct Label
    {
        RecordNumber number = 0;
        MessageMark mark = MessageMark::Opaque;
        QRectF area;
        QString text;
    };
    /// Messages too many to be drawn one by one: one row of pixels in a lane.
    struct Stroke
    {
        QRectF area;
        MessageMark mark = MessageMark::Opaque;
    };
    struct Tick
    {
        double y = 0;
        QString text;
    };
    struct FoldMark
    {
        double top = 0;
        double bottom = 0;
        QString text;
    };

    /// A line across, and what it says.
    struct Marker
    {
        double y = 0;
        QRectF area {};
        QString text {};
    };
    /// How long a request is held, beside its bar.
    struct HeldNote
    {
        QRectF area;
        QString text;
        bool isHeld = false; ///< still
    };

    double headerHeight = 34;
    double rulerWidth = 64;
    QString corner; ///< above the ruler: how time is drawn
    std::vector<Lane> lanes;
    std::vector<Connection> connections;
    std::vector<Activation> activations;
    std::vector<Arrow> arrows;
    std::vector<Label> labels;
    std::vector<Stroke> strokes;
    std::vector<Tick> ticks;
    std::vector<FoldMark> folds;
    std::vector<Marker> markers;
    std::vector<HeldNote> heldNotes;
    RecordNumber highlighted = 0;
    double nowY = -1;
    bool isDense = false;
};

/// What a diagram consists of beside messages.
enum class DiagramSpot : quint8
{
    None,
    ClientLifeline,
    ServerLifeline,
    Connection,
    Held,
    Streaming,
    Fold,
    Now,
    Ruler
};

/// Turns what is shown of a journal and a window of time into a SequenceScene. Pure
/// arithmetic; costs what is in the window.
///
/// Where not all records are shown, clients, exchanges and connections that have
/// nothing to do with those that are have no lane and no bar.
class SequenceLayout
{
public:
    static constexpr double NarrowestLane = 170;
    /// With more lanes than this, a picture of them all is worth more than what is written in each.
    static constexpr size_t MostReadableLanes = 12;
    static constexpr double NarrowestLaneInCrowd = 24;
    /// From so many messages in the window on, they are drawn as strokes.
    static constexpr quint32 DensestArrows = 600;
    /// From so many on, whole chunks are drawn unread.
    static constexpr quint32 DensestStrokes = 20000;

    using TextWidth = std::function<double(const QString &)>;
    using Summary = std::function<QString(RecordNumber)>;

    struct View
    {
        double width = 0;
        double height = 0;
        double top = 0; ///< y of the TimeMap at the viewport's upper edge, below the header
        double left = 0; ///< how far it is scrolled to the right
        qint64 nowNs = 0;
        qint64 transitHintNs = 0; ///< how long messages in flight will likely take,
                                  ///< until one has arrived
        double lineHeight = 14;
        double headerHeight = 34;
        double rulerWidth = 64;
        RecordNumber selected = 0;
        RecordNumber highlighted = 0; ///< the message that a lesson speaks of
        std::span<const TimeMarker> markers {};
    };

    /// Not null; the map is to be told the same.
    SequenceLayout(const ShownRecords &shown, const TimeMap &map, TextWidth textWidth, Summary summary);

    [[nodiscard]] SequenceScene scene(const View &view) const;

    /// How wide all lanes and the ruler are in a viewport that is `width` wide; more than that when they do
    /// not fit.
    [[nodiscard]] static double contentWidth(double width, double rulerWidth, size_t laneCount);
    /// What a ruler needs for its texts: more when it tells microseconds apart.
    [[nodiscard]] static double rulerWidth(const TimeMap &map, const TextWidth &textWidth);
    /// What is at a point where no message is.
    [[nodiscard]] static DiagramSpot spotAt(const SequenceScene &scene, QPointF point);
    /// The arrow nearest to a point, within `reach` pixels; 0: none.
    [[nodiscard]] static RecordNumber hit(const SequenceScene &scene, QPointF point, double reach = 7);

private:
    struct Window
    {
        qint64 fromNs = 0;
        qint64 toNs = 0;
    };

    void placeLanes(const View &view, Window window, SequenceScene &scene) const;
    void placeRuler(const View &view, Window window, SequenceScene &scene) const;
    void placeTicks(const View &view, Window window, SequenceScene &scene) const;
    void placeStepTicks(const View &view, SequenceScene &scene) const;
    void placeMarkers(const View &view, SequenceScene &scene) const;
    /// Once the messages are placed.
    void settleMarkers(const View &view, SequenceScene &scene) const;
    /// Where no message is, nor its label, if there is such a place.
    [[nodiscard]] QRectF markerArea(const View &view, const SequenceScene &scene,
                                    const SequenceScene::Marker &marker) const;
    void placeConnections(const View &view, Window window, SequenceScene &scene) const;
    void placeActivations(const View &view, Window window, SequenceScene &scene) const;
    void placeMessages(const View &view, Window window, SequenceScene &scene) const;
    /// False when they are too many.
    [[nodiscard]] bool placeArrows(const View &view, Window window, SequenceScene &scene) const;
    void placeStrokes(const View &view, Window window, SequenceScene &scene) const;
    void placeChunks(const View &view, Window window, SequenceScene &scene) const;
    void placeLabels(const View &view, SequenceScene &scene) const;
    /// Empty where there is no room.
    [[nodiscard]] static QRectF labelArea(const View &view, const SequenceScene &scene,
                                          const SequenceScene::Lane &lane, const SequenceScene::Arrow &arrow,
                                          double textWidth);
    void placeHeldNotes(const View &view, SequenceScene &scene) const;
    /// Null when there is none, or none in view.
    [[nodiscard]] static const SequenceScene::Lane *laneOf(const View &view, const SequenceScene &scene,
                                                           quint32 client);
    [[nodiscard]] double viewY(const View &view, qint64 ns) const;
    [[nodiscard]] double departureY(const View &view, RecordNumber number, qint64 departedNs) const;
    /// Of a bar's end: not below now, nor further outside of the view than a painter needs.
    [[nodiscard]] double barY(const View &view, const SequenceScene &scene, qint64 ns) const;
    [[nodiscard]] qint64 expectedArrivalNs(const View &view, RecordNumber number, const Record &record) const;
    [[nodiscard]] SequenceScene::Arrow arrowOf(const View &view, const SequenceScene &scene,
                                               const SequenceScene::Lane &lane, RecordNumber number,
                                               const Record &record) const;

    ShownRecords m_shown;
    const Journal &m_journal;
    const TimeMap &m_map;
    TextWidth m_textWidth;
    Summary m_summary;
};

} // namespace wiretale
