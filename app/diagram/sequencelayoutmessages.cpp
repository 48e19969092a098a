// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a diagram's messages are placed, and what is written beside them.

#include "app/diagram/pixelrows.h"
#include "app/diagram/sequencelayout.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace wiretale {

namespace {

// An arrow whose arrival is overdue waits just before the line.
constexpr double NearlyThere = 0.97;
// How far back the last arrival in the same direction is looked for.
constexpr RecordNumber LookBack = 64;
constexpr double LabelInset = 12;
constexpr double FurthestLabelInset = 40;
constexpr double NarrowestLabel = 40;
constexpr int LastPriority = 4;
// What is held for less is not worth a note.
constexpr qint64 ShortestHoldNs = 50'000'000;

int labelPriority(MessageMark mark)
{
    switch (mark) {
    case MessageMark::Failure:
        return 0;
    case MessageMark::Event:
    case MessageMark::Answer:
    case MessageMark::Frame:
    case MessageMark::Chunk:
        return 1;
    case MessageMark::Handshake:
    case MessageMark::Request:
        return 2;
    case MessageMark::EmptyAnswer:
        return 3;
    default:
        return LastPriority;
    }
}

// The mark that matters most in each row of pixels of a lane.
class MarkedRows
{
public:
    explicit MarkedRows(double height)
        : m_rows(size_t(std::max(height, 0.0)) + 1, None)
    {
    }

    void mark(double y, MessageMark mark)
    {
        const auto row = qint64(std::floor(y));
        if (row < 0 || row >= qint64(m_rows.size()))
            return;
        quint8 &known = m_rows[size_t(row)];
        if (known == None || labelPriority(mark) < labelPriority(MessageMark(known)))
            known = quint8(mark);
    }
    // Rows of the same mark, one below the other, are one stroke.
    void addTo(std::vector<SequenceScene::Stroke> &strokes, double left, double right) const
    {
        for (size_t row = 0; row < m_rows.size();) {
            size_t end = row + 1;
            while (end < m_rows.size() && m_rows[end] == m_rows[row])
                ++end;
            if (m_rows[row] != None)
                strokes.push_back(
                    {QRectF(left, double(row), right - left, double(end - row)), MessageMark(m_rows[row])});
            row = end;
        }
    }

private:
    static constexpr quint8 None = 0xff;
    std::vector<quint8> m_rows;
};

// Whether another message arrived where this one leaves, so shortly before that its arrow ends in the place
// of this one's label. Both times are past when the message leaves, so the answer never changes.
bool answersAtOnce(const SequenceScene &scene, const SequenceScene::Arrow &arrow, double lineHeight)
{
    constexpr RecordNumber Before = 16;
    const auto isCause = [&](const SequenceScene::Arrow &other) {
        const double gap = arrow.line.y1() - other.line.y2();
        return other.number < arrow.number && !other.isInFlight && !other.isCut
            && std::abs(other.line.x2() - arrow.line.x1()) < 1 && gap >= 0 && gap < lineHeight;
    };
    // Arrows come in the order of their numbers.
    const auto end = std::ranges::lower_bound(scene.arrows, arrow.number, {}, &SequenceScene::Arrow::number);
    const auto begin = end - std::min<std::ptrdiff_t>(end - scene.arrows.begin(), Before);
    return std::any_of(begin, end, isCause);
}

// Whether a label may not be there: another is, or nobody would see it.
bool isTaken(const SequenceLayout::View &view, const SequenceScene &scene, const SequenceScene::Arrow &arrow,
             const QRectF &area)
{
    if (area.bottom() < view.headerHeight || area.top() > view.height)
        return true;
    // A chapter's title says more than that a connection opens.
    const auto isMarked = [&area](const auto &marker) { return marker.area.intersects(area); };
    if (labelPriority(arrow.mark) == LastPriority && std::ranges::any_of(scene.markers, isMarked))
        return true;
    return std::ranges::any_of(scene.labels, [&area](const SequenceScene::Label &other) {
        return other.area.adjusted(-2, 0, 2, 0).intersects(area);
    });
}

QString heldText(qint64 ns)
{
    // A tenth of a second is as much as can be read while it counts.
    const QString seconds = QLocale().toString(double(ns) / 1e9, 'f', 1);
    //: Beside a request that the server holds; %1: seconds, counting up
    return QCoreApplication::translate("wiretale::SequenceLayout", "held %1 s").arg(seconds);
}

} // namespace

qint64 SequenceLayout::expectedArrivalNs(const View &view, RecordNumber number, const Record &record) const
{
    const RecordNumber oldest = number > LookBack ? number - LookBack : 1;
    for (RecordNumber earlier = number - 1; earlier >= oldest && earlier > 0; --earlier) {
        const Record other = m_journal.at(earlier);
        if (other.direction == record.direction && other.arrivedNs > other.departedNs
            && other.arrivedNs != Record::NotArrived)
            return record.departedNs + (other.arrivedNs - other.departedNs);
    }
    return record.departedNs + std::max<qint64>(view.transitHintNs, 1);
}

SequenceScene::Arrow SequenceLayout::arrowOf(const View &view, const SequenceScene &scene,
                                             const SequenceScene::Lane &lane, RecordNumber number,
                                             const Record &record) const
{
    const bool isDown = record.direction == Direction::ClientToServer;
    const QPointF from(isDown ? lane.clientX : lane.serverX, departureY(view, number, record.departedNs));
    const double toX = isDown ? lane.serverX : lane.clientX;
    const auto arrivalY = [&](qint64 ns) {
        return view.headerHeight + m_map.arrivalY(number, record.departedNs, ns) - view.top;
    };
    SequenceScene::Arrow arrow {.number = number, .mark = markOf(record)};
    arrow.isCut = record.has(RecordFlag::Cut);
    const bool hasArrived = record.arrivedNs <= view.nowNs && !arrow.isCut;
    if (hasArrived) {
        arrow.line = QLineF(from, QPointF(toX, arrivalY(record.arrivedNs)));
        return arrow;
    }
    const qint64 expected
        = record.arrivedNs != Record::NotArrived ? record.arrivedNs : expectedArrivalNs(view, number, record);
    if (arrow.isCut) {
        // It left and came to nothing: half-way is as good a place as any.
        const double y = arrivalY(std::min(view.nowNs, (record.departedNs + expected) / 2));
        arrow.line = QLineF(from, QPointF((from.x() + toX) / 2, y));
        return arrow;
    }
    arrow.isInFlight = true;
    const double part = double(view.nowNs - record.departedNs) / double(expected - record.departedNs);
    const double x = from.x() + (toX - from.x()) * std::clamp(part, 0.0, NearlyThere);
    arrow.line = QLineF(from, QPointF(x, std::max(scene.nowY, from.y())));
    return arrow;
}

void SequenceLayout::placeMessages(const View &view, Window window, SequenceScene &scene) const
{
    const quint32 count = m_shown.firstFrom(window.toNs + 1) - m_shown.firstFrom(window.fromNs);
    if (count <= DensestStrokes && placeArrows(view, window, scene)) {
        placeLabels(view, scene);
        placeHeldNotes(view, scene);
        return;
    }
    scene.isDense = true;
    if (count <= DensestStrokes)
        placeStrokes(view, window, scene);
    else
        placeChunks(view, window, scene);
}

bool SequenceLayout::placeArrows(const View &view, Window window, SequenceScene &scene) const
{
    m_shown.visitRecords(window.fromNs, window.toNs, [&](RecordNumber number, const Record &record) {
        if (record.departedNs > view.nowNs)
            return false;
        const SequenceScene::Lane *lane = laneOf(view, scene, m_journal.connection(record.connection).client);
        if (lane == nullptr)
            return true;
        const SequenceScene::Arrow arrow = arrowOf(view, scene, *lane, number, record);
        if (arrow.line.y2() >= 0 && arrow.line.y1() <= view.height)
            scene.arrows.push_back(arrow);
        return scene.arrows.size() <= DensestArrows;
    });
    if (scene.arrows.size() <= DensestArrows)
        return true;
    scene.arrows.clear();
    return false;
}

void SequenceLayout::placeStrokes(const View &view, Window window, SequenceScene &scene) const
{
    std::vector<MarkedRows> lanes;
    for (const SequenceScene::Lane &lane : scene.lanes)
        lanes.emplace_back(laneOf(view, scene, lane.client) != nullptr ? view.height : 0.0);
    PixelRows rows(m_map);
    const double offset = view.headerHeight - view.top;
    const bool isBySteps = m_map.mode() == TimeMode::Steps;
    m_shown.visitRecords(window.fromNs, window.toNs, [&](RecordNumber number, const Record &record) {
        const SequenceScene::Lane *lane = laneOf(view, scene, m_journal.connection(record.connection).client);
        if (lane == nullptr)
            return true;
        const double y
            = isBySteps ? m_map.departureY(number, record.departedNs) : rows.rowOf(record.departedNs);
        lanes[size_t(lane - scene.lanes.data())].mark(y + offset, markOf(record));
        return true;
    });
    for (size_t i = 0; i < lanes.size(); ++i)
        lanes[i].addTo(scene.strokes, scene.lanes[i].clientX, scene.lanes[i].serverX);
}

void SequenceLayout::placeChunks(const View &view, Window window, SequenceScene &scene) const
{
    std::vector<quint64> bitsOfLane(scene.lanes.size(), 0);
    m_shown.visitConnections(window.fromNs, window.toNs, [&](const ConnectionSpan &span) {
        if (const SequenceScene::Lane *lane = laneOf(view, scene, span.client))
            bitsOfLane[size_t(lane - scene.lanes.data())] |= quint64(1) << (span.number % 64);
        return true;
    });
    std::vector<MarkedRows> lanes(scene.lanes.size(), MarkedRows(view.height));
    for (const ChunkSummary &chunk : m_shown.chunks(window.fromNs, window.toNs)) {
        const qint64 lastNs = std::min(chunk.lastDepartureNs, view.nowNs);
        const RecordNumber first = m_shown.at(chunk.first);
        const RecordNumber last = m_shown.at(chunk.first + chunk.count - 1);
        const double top = std::max(departureY(view, first, chunk.firstDepartureNs), 0.0);
        const double bottom = std::min(departureY(view, last, lastNs), view.height);
        for (size_t i = 0; i < lanes.size(); ++i) {
            for (double y = std::floor(top); (chunk.clientBits & bitsOfLane[i]) != 0 && y <= bottom; ++y)
                lanes[i].mark(y, MessageMark::Opaque);
        }
    }
    for (size_t i = 0; i < lanes.size(); ++i)
        lanes[i].addTo(scene.strokes, scene.lanes[i].clientX, scene.lanes[i].serverX);
}

QRectF SequenceLayout::labelArea(const View &view, const SequenceScene &scene,
                                 const SequenceScene::Lane &lane, const SequenceScene::Arrow &arrow,
                                 double textWidth)
{
    const bool isLeftToRight = arrow.line.x1() < lane.area.center().x();
    const double slope = std::abs(arrow.line.dx()) > 1 ? std::abs(arrow.line.dy() / arrow.line.dx()) : 0;
    // Near its sender, so that it stands still while the message travels; but where a message answers another
    // at once, only as near as the wedge between the two is wide enough for it.
    const bool isAnswer = answersAtOnce(scene, arrow, view.lineHeight);
    const double wedge = slope > 0 ? view.lineHeight / (2 * slope) : FurthestLabelInset + 1;
    const double inset = isAnswer && wedge <= FurthestLabelInset ? std::max(wedge, LabelInset) : LabelInset;
    const double room = lane.serverX - lane.clientX - LabelInset - inset;
    if (room < NarrowestLabel)
        return {};
    const double width = std::min(textWidth, room);
    const double x = isLeftToRight ? lane.clientX + inset : lane.serverX - inset - width;
    // Where it never is, the label goes below its own arrow.
    const double y = isAnswer && wedge > FurthestLabelInset ? slope * (inset + width) + 2
                                                            : slope * inset - view.lineHeight - 2;
    return {x, arrow.line.y1() + y, width, view.lineHeight};
}

void SequenceLayout::placeLabels(const View &view, SequenceScene &scene) const
{
    std::vector<const SequenceScene::Arrow *> order;
    order.reserve(scene.arrows.size());
    for (const SequenceScene::Arrow &arrow : scene.arrows)
        order.push_back(&arrow);
    const auto rank = [&](const SequenceScene::Arrow *arrow) {
        return arrow->number == view.selected ? -1 : labelPriority(arrow->mark);
    };
    std::ranges::stable_sort(order, {}, rank);

    for (const SequenceScene::Arrow *arrow : order) {
        const quint32 client = m_journal.connection(m_journal.at(arrow->number).connection).client;
        const SequenceScene::Lane *lane = laneOf(view, scene, client);
        if (lane == nullptr)
            continue;
        // Most are refused for want of room above their arrows; that is known before the text is.
        const QRectF least = labelArea(view, scene, *lane, *arrow, NarrowestLabel);
        if (least.isEmpty() || (least.top() < arrow->line.y1() && isTaken(view, scene, *arrow, least)))
            continue;
        const QString text = m_summary(arrow->number);
        const QRectF area = labelArea(view, scene, *lane, *arrow, m_textWidth(text) + 6);
        if (!isTaken(view, scene, *arrow, area))
            scene.labels.push_back({arrow->number, arrow->mark, area, text});
    }
}

void SequenceLayout::placeHeldNotes(const View &view, SequenceScene &scene) const
{
    constexpr double Gap = 6;
    for (const SequenceScene::Activation &activation : scene.activations) {
        // Below the arrow that brought the request, and as long as it can be seen.
        const double top = std::max(activation.held.top() + Gap, view.headerHeight + 2);
        const double room = std::min(activation.held.bottom(), view.height) - top;
        if (room < view.lineHeight || activation.heldNs < ShortestHoldNs)
            continue;
        const QString text = heldText(activation.heldNs);
        const double width = m_textWidth(text) + 4;
        const QRectF area(activation.held.left() - Gap - width, top, width, view.lineHeight);
        const bool leavesItsLane = std::ranges::any_of(scene.lanes, [&](const SequenceScene::Lane &lane) {
            return lane.area.contains(activation.held.center().x(), 0) && area.left() < lane.clientX;
        });
        const bool isTaken = std::ranges::any_of(
            scene.labels, [&area](const SequenceScene::Label &label) { return label.area.intersects(area); });
        if (!isTaken && !leavesItsLane)
            scene.heldNotes.push_back({area, text, activation.isHeld});
    }
}

} // namespace wiretale
