// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/messagemark.h"
#include "app/diagram/timemap.h"
#include "app/diagram/timemarker.h"
#include "app/journal/journal.h"
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
        QRectF held; ///< from the request's arrival to its answer
        QRectF streaming; ///< from there to the answer's end; empty when it was
                          ///< answered at once
        Technique technique = Technique::Http;
        bool isHeld = false; ///< it waits at this moment
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

    std::vector<Lane> lanes;
    std::vector<Connection> connections;
    std::vector<Activation> activations;
    std::vector<Arrow> arrows;
    std::vector<Label> labels;
    std::vector<Stroke> strokes;
    std::vector<Tick> ticks;
    std::vector<FoldMark> folds;
    std::vector<FoldMark> markers; ///< lines across, at `top`
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

/// Turns a journal and a window of time into a SequenceScene. Pure arithmetic;
/// costs what is in the window.
class SequenceLayout
{
public:
    static constexpr double RulerWidth = 64;
    static constexpr double HeaderHeight = 34;
    static constexpr double NarrowestLane = 170;
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
        RecordNumber selected = 0;
        RecordNumber highlighted = 0; ///< the message that a lesson speaks of
        std::span<const TimeMarker> markers {};
    };

    SequenceLayout(const Journal &journal, const TimeMap &map, TextWidth textWidth, Summary summary);

    [[nodiscard]] SequenceScene scene(const View &view) const;

    /// How wide all lanes are in a viewport that is `width` wide; more than that
    /// when they do not fit.
    [[nodiscard]] static double contentWidth(double width, size_t laneCount);
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
    void placeMarkers(const View &view, SequenceScene &scene) const;
    void placeSpans(const View &view, Window window, SequenceScene &scene) const;
    void placeArrows(const View &view, Window window, SequenceScene &scene) const;
    void placeStrokes(const View &view, Window window, SequenceScene &scene) const;
    void placeChunks(const View &view, Window window, SequenceScene &scene) const;
    void placeLabels(const View &view, SequenceScene &scene) const;
    [[nodiscard]] const SequenceScene::Lane *laneOf(const SequenceScene &scene,
                                                    ConnectionNumber connection) const;
    [[nodiscard]] double viewY(const View &view, qint64 ns) const;
    [[nodiscard]] qint64 expectedArrivalNs(const View &view, RecordNumber number, const Record &record) const;
    [[nodiscard]] SequenceScene::Arrow arrowOf(const View &view, const SequenceScene::Lane &lane,
                                               RecordNumber number, const Record &record) const;

    const Journal &m_journal;
    const TimeMap &m_map;
    TextWidth m_textWidth;
    Summary m_summary;
};

} // namespace wiretale
