// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequencelayout.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace wiretale {

namespace {

constexpr double TickSpacing = 64;
constexpr int MostTicks = 400;
constexpr double LifelineInset = 0.13;
constexpr double ActivationWidth = 10;
constexpr double ConnectionWidth = 6;
// An arrow whose arrival is overdue waits just before the line.
constexpr double NearlyThere = 0.97;
// How far back the last arrival in the same direction is looked for.
constexpr RecordNumber LookBack = 64;

double bounded(double y, double height)
{
    // Bars go on beyond the window, but not so far that a painter loses its
    // precision.
    return std::clamp(y, -100.0, height + 100.0);
}

// 1, 2 or 5 times a power of ten, at least `ns`.
qint64 niceStep(double ns)
{
    const double magnitude = std::pow(10.0, std::floor(std::log10(std::max(ns, 1000.0))));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * magnitude >= ns)
            return qint64(factor * magnitude);
    }
    return qint64(10 * magnitude);
}

double distance(const QLineF &line, QPointF point)
{
    const QPointF along = line.p2() - line.p1();
    const double squared = QPointF::dotProduct(along, along);
    const double part
        = squared > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / squared, 0.0, 1.0) : 0.0;
    return QLineF(line.pointAt(part), point).length();
}

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
        return 4;
    }
}

} // namespace

SequenceLayout::SequenceLayout(const Journal &journal, const TimeMap &map, TextWidth textWidth,
                               Summary summary)
    : m_journal(journal)
    , m_map(map)
    , m_textWidth(std::move(textWidth))
    , m_summary(std::move(summary))
{
}

double SequenceLayout::contentWidth(double width, size_t laneCount)
{
    return std::max(width, RulerWidth + double(laneCount) * NarrowestLane);
}

double SequenceLayout::viewY(const View &view, qint64 ns) const
{
    return HeaderHeight + m_map.yOf(ns) - view.top;
}

SequenceScene SequenceLayout::scene(const View &view) const
{
    SequenceScene scene;
    Window window {m_map.timeOf(view.top - 4), m_map.timeOf(view.top + view.height - HeaderHeight + 4)};
    scene.nowY = viewY(view, view.nowNs);
    placeLanes(view, window, scene);
    placeRuler(view, window, scene);
    placeMarkers(view, scene);
    // What comes later has not happened yet.
    window.toNs = std::min(window.toNs, std::max(view.nowNs, window.fromNs));
    placeSpans(view, window, scene);
    const RecordNumber first = m_journal.firstDepartedFrom(window.fromNs);
    const RecordNumber count = m_journal.firstDepartedFrom(window.toNs + 1) - first;
    scene.isDense = count > DensestArrows;
    if (count > DensestStrokes)
        placeChunks(view, window, scene);
    else if (scene.isDense)
        placeStrokes(view, window, scene);
    else {
        placeArrows(view, window, scene);
        placeLabels(view, scene);
    }
    return scene;
}

void SequenceLayout::placeLanes(const View &view, Window window, SequenceScene &scene) const
{
    for (const ClientEntry &client : m_journal.clients())
        scene.lanes.push_back({.client = client.index, .name = client.name, .technique = client.technique});
    const std::vector<ConnectionSpan> connections = m_journal.connections(window.fromNs, window.toNs);
    if (std::ranges::find(connections, ConnectionSpan::NoClient, &ConnectionSpan::client)
        != connections.end())
        scene.lanes.push_back({.name = QStringLiteral("?")});
    const double whole = contentWidth(view.width, scene.lanes.size()) - RulerWidth;
    const double width = scene.lanes.empty() ? whole : whole / double(scene.lanes.size());
    double x = RulerWidth - view.left;
    for (SequenceScene::Lane &lane : scene.lanes) {
        lane.area = QRectF(x, 0, width, view.height);
        lane.clientX = std::round(x + width * LifelineInset) + 0.5;
        lane.serverX = std::round(x + width * (1 - LifelineInset)) + 0.5;
        x += width;
    }
}

void SequenceLayout::placeRuler(const View &view, Window window, SequenceScene &scene) const
{
    const qint64 step = niceStep(TickSpacing / m_map.scale() * 1e9);
    const std::span<const TimeMap::Fold> folds = m_map.folds(view.top, view.top + view.height);
    qint64 time = std::max<qint64>(0, (window.fromNs / step) * step);
    auto fold = folds.begin();
    for (int i = 0; i < MostTicks && time <= window.toNs; ++i, time += step) {
        while (fold != folds.end() && fold->toNs <= time)
            ++fold;
        if (fold != folds.end() && time > fold->fromNs) {
            // Nothing is told apart inside a fold: go on behind it.
            time = (fold->toNs / step) * step;
            continue;
        }
        scene.ticks.push_back({viewY(view, time), durationText(time)});
    }
    for (const TimeMap::Fold &each : folds) {
        scene.folds.push_back({HeaderHeight + each.top - view.top, HeaderHeight + each.bottom - view.top,
                               durationText(each.toNs - each.fromNs)});
    }
}

void SequenceLayout::placeMarkers(const View &view, SequenceScene &scene) const
{
    scene.highlighted = view.highlighted;
    for (const TimeMarker &marker : view.markers) {
        const double y = viewY(view, marker.ns);
        if (marker.ns <= view.nowNs && y > HeaderHeight && y < view.height)
            scene.markers.push_back({y, y, marker.text});
    }
}

const SequenceScene::Lane *SequenceLayout::laneOf(const SequenceScene &scene,
                                                  ConnectionNumber connection) const
{
    const quint32 client = m_journal.connection(connection).client;
    const auto lane = std::ranges::find(scene.lanes, client, &SequenceScene::Lane::client);
    return lane == scene.lanes.end() ? nullptr : &*lane;
}

void SequenceLayout::placeSpans(const View &view, Window window, SequenceScene &scene) const
{
    const auto yAt = [&](qint64 ns) { return bounded(viewY(view, std::min(ns, view.nowNs)), view.height); };
    for (const ConnectionSpan &span : m_journal.connections(window.fromNs, window.toNs)) {
        const auto lane = std::ranges::find(scene.lanes, span.client, &SequenceScene::Lane::client);
        if (lane == scene.lanes.end())
            continue;
        const double top = yAt(span.openedNs);
        const double height = yAt(span.closedNs) - top;
        scene.connections.push_back(
            {QRectF(lane->clientX - ConnectionWidth / 2, top, ConnectionWidth, height),
             QRectF(lane->serverX - ConnectionWidth / 2, top, ConnectionWidth, height)});
    }
    for (const ExchangeSpan &span : m_journal.exchanges(window.fromNs, window.toNs)) {
        const SequenceScene::Lane *lane = laneOf(scene, span.connection);
        if (lane == nullptr || span.requestArrivedNs > view.nowNs)
            continue;
        const double top = yAt(span.requestArrivedNs);
        const double answered = yAt(span.answeredNs);
        const double finished = std::max(answered, yAt(span.finishedNs));
        const double left = lane->serverX - ActivationWidth / 2;
        scene.activations.push_back(
            {.held = QRectF(left, top, ActivationWidth, std::max(answered - top, 2.0)),
             .streaming = QRectF(left, answered, ActivationWidth, finished - answered),
             .technique = span.technique,
             .isHeld = span.answeredNs > view.nowNs && span.finishedNs > view.nowNs});
    }
}

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

SequenceScene::Arrow SequenceLayout::arrowOf(const View &view, const SequenceScene::Lane &lane,
                                             RecordNumber number, const Record &record) const
{
    const bool isDown = record.direction == Direction::ClientToServer;
    const QPointF from(isDown ? lane.clientX : lane.serverX, viewY(view, record.departedNs));
    const double toX = isDown ? lane.serverX : lane.clientX;
    SequenceScene::Arrow arrow {.number = number, .mark = markOf(record)};
    arrow.isCut = record.has(RecordFlag::Cut);
    const bool hasArrived = record.arrivedNs <= view.nowNs && !arrow.isCut;
    if (hasArrived) {
        arrow.line = QLineF(from, QPointF(toX, viewY(view, record.arrivedNs)));
        return arrow;
    }
    const qint64 expected
        = record.arrivedNs != Record::NotArrived ? record.arrivedNs : expectedArrivalNs(view, number, record);
    if (arrow.isCut) {
        // It left and came to nothing: half-way is as good a place as any.
        const double y = viewY(view, std::min(view.nowNs, (record.departedNs + expected) / 2));
        arrow.line = QLineF(from, QPointF((from.x() + toX) / 2, y));
        return arrow;
    }
    arrow.isInFlight = true;
    const double part = double(view.nowNs - record.departedNs) / double(expected - record.departedNs);
    const double x = from.x() + (toX - from.x()) * std::clamp(part, 0.0, NearlyThere);
    arrow.line = QLineF(from, QPointF(x, viewY(view, view.nowNs)));
    return arrow;
}

void SequenceLayout::placeArrows(const View &view, Window window, SequenceScene &scene) const
{
    m_journal.visitRecords(window.fromNs, window.toNs, [&](RecordNumber number, const Record &record) {
        if (record.departedNs > view.nowNs)
            return true;
        if (const SequenceScene::Lane *lane = laneOf(scene, record.connection))
            scene.arrows.push_back(arrowOf(view, *lane, number, record));
        return scene.arrows.size() < 4 * size_t(DensestArrows);
    });
}

void SequenceLayout::placeStrokes(const View &view, Window window, SequenceScene &scene) const
{
    // One stroke for each lane and row of pixels; the message that matters most
    // gives it its colour.
    std::map<std::pair<quint32, int>, MessageMark> rows;
    m_journal.visitRecords(window.fromNs, window.toNs, [&](RecordNumber, const Record &record) {
        if (record.departedNs > view.nowNs)
            return true;
        const quint32 client = m_journal.connection(record.connection).client;
        const MessageMark mark = markOf(record);
        const auto [row, isNew] = rows.try_emplace({client, int(viewY(view, record.departedNs))}, mark);
        if (!isNew && labelPriority(mark) < labelPriority(row->second))
            row->second = mark;
        return true;
    });
    for (const auto &[place, mark] : rows) {
        const auto lane = std::ranges::find(scene.lanes, place.first, &SequenceScene::Lane::client);
        if (lane != scene.lanes.end())
            scene.strokes.push_back(
                {QRectF(lane->clientX, place.second, lane->serverX - lane->clientX, 1), mark});
    }
}

void SequenceLayout::placeChunks(const View &view, Window window, SequenceScene &scene) const
{
    std::vector<quint64> bitsOfLane(scene.lanes.size(), 0);
    for (const ConnectionSpan &span : m_journal.connections(window.fromNs, window.toNs)) {
        const auto lane = std::ranges::find(scene.lanes, span.client, &SequenceScene::Lane::client);
        if (lane != scene.lanes.end())
            bitsOfLane[size_t(lane - scene.lanes.begin())] |= quint64(1) << (span.number % 64);
    }
    std::vector<double> paintedTo(scene.lanes.size(), -1e9);
    for (const ChunkSummary &chunk : m_journal.chunks(window.fromNs, window.toNs)) {
        const double top = std::floor(bounded(viewY(view, chunk.firstDepartureNs), view.height));
        const double bottom = std::max(
            top + 1,
            std::ceil(bounded(viewY(view, std::min(chunk.lastDepartureNs, view.nowNs)), view.height)));
        for (size_t i = 0; i < scene.lanes.size(); ++i) {
            const double from = std::max(top, paintedTo[i]);
            if ((chunk.clientBits & bitsOfLane[i]) == 0 || from >= bottom)
                continue;
            const SequenceScene::Lane &lane = scene.lanes[i];
            scene.strokes.push_back({QRectF(lane.clientX, from, lane.serverX - lane.clientX, bottom - from),
                                     MessageMark::Opaque});
            paintedTo[i] = bottom;
        }
    }
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
        const bool isLeftToRight = arrow->line.dx() >= 0;
        const SequenceScene::Lane *lane = laneOf(scene, m_journal.at(arrow->number).connection);
        const double room = lane->serverX - lane->clientX - 24;
        if (room < 40)
            continue;
        const QString text = m_summary(arrow->number);
        const double width = std::min(m_textWidth(text) + 6, room);
        // Near its sender, so that it stands still while the message travels.
        const double slope
            = std::abs(arrow->line.dx()) > 1 ? std::abs(arrow->line.dy() / arrow->line.dx()) : 0;
        const double x = isLeftToRight ? lane->clientX + 12 : lane->serverX - 12 - width;
        const double y = arrow->line.y1() + 12 * slope - view.lineHeight - 2;
        const QRectF area(x, y, width, view.lineHeight);
        if (area.bottom() < HeaderHeight || area.top() > view.height)
            continue;
        const bool isFree = std::ranges::none_of(scene.labels, [&](const SequenceScene::Label &other) {
            return other.area.adjusted(-2, 0, 2, 0).intersects(area);
        });
        if (isFree)
            scene.labels.push_back({arrow->number, arrow->mark, area, text});
    }
}

DiagramSpot SequenceLayout::spotAt(const SequenceScene &scene, QPointF point)
{
    constexpr double Reach = 4;
    if (point.y() < HeaderHeight)
        return DiagramSpot::None;
    if (std::abs(point.y() - scene.nowY) < Reach)
        return DiagramSpot::Now;
    for (const SequenceScene::FoldMark &fold : scene.folds) {
        if (point.y() >= fold.top && point.y() <= fold.bottom)
            return DiagramSpot::Fold;
    }
    if (point.x() < RulerWidth)
        return DiagramSpot::Ruler;
    const auto isAt
        = [&point](const QRectF &area) { return area.adjusted(-Reach / 2, 0, Reach / 2, 0).contains(point); };
    for (const SequenceScene::Activation &activation : scene.activations) {
        if (isAt(activation.held))
            return DiagramSpot::Held;
        if (isAt(activation.streaming))
            return DiagramSpot::Streaming;
    }
    for (const SequenceScene::Connection &connection : scene.connections) {
        if (isAt(connection.client) || isAt(connection.server))
            return DiagramSpot::Connection;
    }
    for (const SequenceScene::Lane &lane : scene.lanes) {
        if (std::abs(point.x() - lane.clientX) < Reach)
            return DiagramSpot::ClientLifeline;
        if (std::abs(point.x() - lane.serverX) < Reach)
            return DiagramSpot::ServerLifeline;
    }
    return DiagramSpot::None;
}

RecordNumber SequenceLayout::hit(const SequenceScene &scene, QPointF point, double reach)
{
    for (const SequenceScene::Label &label : scene.labels) {
        if (label.area.contains(point))
            return label.number;
    }
    RecordNumber nearest = 0;
    for (const SequenceScene::Arrow &arrow : scene.arrows) {
        if (const double away = distance(arrow.line, point); away <= reach) {
            reach = away;
            nearest = arrow.number;
        }
    }
    return nearest;
}

} // namespace wiretale
