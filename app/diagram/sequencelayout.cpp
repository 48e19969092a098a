// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequencelayout.h"

#include "app/diagram/pixelrows.h"

#include <algorithm>
#include <cmath>

namespace wiretale {

namespace {

constexpr double LifelineInset = 0.13;
constexpr double ActivationWidth = 10;
constexpr double ConnectionWidth = 6;
constexpr double Beyond = 100;

double distance(const QLineF &line, QPointF point)
{
    const QPointF along = line.p2() - line.p1();
    const double squared = QPointF::dotProduct(along, along);
    const double part
        = squared > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / squared, 0.0, 1.0) : 0.0;
    return QLineF(line.pointAt(part), point).length();
}

// So many bars of a lane are kept as they are; then those that meet are made one, so that there are no more
// of them than rows of pixels.
constexpr size_t FewBars = 100;

// True when a bar that begins no higher could be made part of `last`.
bool extend(QRectF &last, double top, double bottom)
{
    if (top < last.top() || top > last.bottom())
        return false;
    last.setBottom(std::max(last.bottom(), bottom));
    return true;
}

QRectF bar(double middle, double width, double top, double bottom)
{
    return {middle - width / 2, top, width, std::max(bottom - top, 0.0)};
}

} // namespace

SequenceLayout::SequenceLayout(const ShownRecords &shown, const TimeMap &map, TextWidth textWidth,
                               Summary summary)
    : m_shown(shown)
    , m_journal(*shown.journal())
    , m_map(map)
    , m_textWidth(std::move(textWidth))
    , m_summary(std::move(summary))
{
}

double SequenceLayout::contentWidth(double width, double rulerWidth, size_t laneCount)
{
    const double narrowest = laneCount > MostReadableLanes ? NarrowestLaneInCrowd : NarrowestLane;
    return std::max(width, rulerWidth + double(laneCount) * narrowest);
}

double SequenceLayout::viewY(const View &view, qint64 ns) const
{
    return view.headerHeight + m_map.yOf(ns) - view.top;
}

double SequenceLayout::departureY(const View &view, RecordNumber number, qint64 departedNs) const
{
    return view.headerHeight + m_map.departureY(number, departedNs) - view.top;
}

double SequenceLayout::barY(const View &view, const SequenceScene &scene, qint64 ns) const
{
    return std::clamp(ns >= view.nowNs ? scene.nowY : viewY(view, ns), -Beyond, view.height + Beyond);
}

SequenceScene SequenceLayout::scene(const View &view) const
{
    SequenceScene scene;
    scene.headerHeight = view.headerHeight;
    scene.rulerWidth = view.rulerWidth;
    Window window {m_map.timeOf(view.top - 4), m_map.timeOf(view.top + view.height - view.headerHeight + 4)};
    scene.nowY = view.headerHeight + m_map.nowY(view.nowNs) - view.top;
    placeLanes(view, window, scene);
    placeRuler(view, window, scene);
    // What comes later has not happened yet.
    window.toNs = std::min(window.toNs, std::max(view.nowNs, window.fromNs));
    placeConnections(view, window, scene);
    placeActivations(view, window, scene);
    placeMarkers(view, scene);
    placeMessages(view, window, scene);
    settleMarkers(view, scene);
    return scene;
}

void SequenceLayout::placeLanes(const View &view, Window window, SequenceScene &scene) const
{
    for (const ClientEntry &client : m_shown.clients())
        scene.lanes.push_back({.client = client.index, .name = client.name, .technique = client.technique});
    bool hasUnknown = false;
    m_shown.visitConnections(window.fromNs, window.toNs, [&hasUnknown](const ConnectionSpan &span) {
        hasUnknown = span.client == ConnectionSpan::NoClient;
        return !hasUnknown;
    });
    if (hasUnknown)
        scene.lanes.push_back({.name = QStringLiteral("?")});
    const double whole = contentWidth(view.width, view.rulerWidth, scene.lanes.size()) - view.rulerWidth;
    const double width = scene.lanes.empty() ? whole : whole / double(scene.lanes.size());
    double x = view.rulerWidth - view.left;
    for (SequenceScene::Lane &lane : scene.lanes) {
        lane.area = QRectF(x, 0, width, view.height);
        lane.clientX = std::round(x + width * LifelineInset) + 0.5;
        lane.serverX = std::round(x + width * (1 - LifelineInset)) + 0.5;
        x += width;
    }
}

const SequenceScene::Lane *SequenceLayout::laneOf(const View &view, const SequenceScene &scene,
                                                  quint32 client)
{
    // Lanes stand in the order of the clients' indexes; the unknown one comes last. Where none is left out,
    // a client's index is its lane's.
    const bool isInItsPlace = client < scene.lanes.size() && scene.lanes[client].client == client;
    const auto lane = isInItsPlace
        ? scene.lanes.begin() + client
        : std::ranges::lower_bound(scene.lanes, client, {}, &SequenceScene::Lane::client);
    if (lane == scene.lanes.end() || lane->client != client)
        return nullptr;
    return lane->area.right() < view.rulerWidth || lane->area.left() > view.width ? nullptr : &*lane;
}

void SequenceLayout::placeConnections(const View &view, Window window, SequenceScene &scene) const
{
    std::vector<std::vector<QRectF>> lanes(scene.lanes.size());
    PixelRows rows(m_map);
    m_shown.visitConnections(window.fromNs, window.toNs, [&](const ConnectionSpan &span) {
        const SequenceScene::Lane *lane = laneOf(view, scene, span.client);
        if (lane == nullptr)
            return true;
        std::vector<QRectF> &bars = lanes[size_t(lane - scene.lanes.data())];
        const bool isShort = rows.isWithinRow(span.openedNs, span.closedNs);
        const double top = isShort ? view.headerHeight - view.top + rows.rowOf(span.openedNs)
                                   : barY(view, scene, span.openedNs);
        const double bottom = isShort ? top + 1 : barY(view, scene, span.closedNs);
        if (bars.size() < FewBars || !extend(bars.back(), top, bottom))
            bars.push_back(bar(lane->clientX, ConnectionWidth, top, bottom));
        return true;
    });
    for (size_t i = 0; i < lanes.size(); ++i) {
        const double across = scene.lanes[i].serverX - scene.lanes[i].clientX;
        for (const QRectF &each : lanes[i])
            scene.connections.push_back({each, each.translated(across, 0)});
    }
}

void SequenceLayout::placeActivations(const View &view, Window window, SequenceScene &scene) const
{
    std::vector<std::vector<SequenceScene::Activation>> lanes(scene.lanes.size());
    PixelRows rows(m_map);
    m_shown.visitExchanges(window.fromNs, window.toNs, [&](const ExchangeSpan &span) {
        const SequenceScene::Lane *lane = laneOf(view, scene, m_journal.connection(span.connection).client);
        if (lane == nullptr || span.requestArrivedNs > view.nowNs)
            return true;
        std::vector<SequenceScene::Activation> &bars = lanes[size_t(lane - scene.lanes.data())];
        const bool isFull = bars.size() >= FewBars;
        // Until it is answered, or nobody is there any more to be answered.
        const qint64 heldUntilNs = std::min(span.answeredNs, span.finishedNs);
        const bool isShort = isFull && rows.isWithinRow(span.requestDepartedNs, heldUntilNs);
        const double top = isShort ? view.headerHeight - view.top + rows.rowOf(span.requestDepartedNs)
                                   : barY(view, scene, span.requestArrivedNs);
        const double answered = isShort ? top + 1 : barY(view, scene, heldUntilNs);
        if (isFull && extend(bars.back().held, top, answered))
            return true;
        SequenceScene::Activation activation {.technique = span.technique};
        activation.held = bar(lane->serverX, ActivationWidth, top, std::max(answered, top + 2));
        if (!isFull) {
            const double finished = barY(view, scene, span.finishedNs);
            activation.streaming = bar(lane->serverX, ActivationWidth, answered, finished);
            activation.isHeld = span.answeredNs > view.nowNs && span.finishedNs > view.nowNs;
            activation.heldNs = span.heldNs(view.nowNs);
        }
        bars.push_back(activation);
        return true;
    });
    for (const std::vector<SequenceScene::Activation> &bars : lanes)
        scene.activations.insert(scene.activations.end(), bars.begin(), bars.end());
}

DiagramSpot SequenceLayout::spotAt(const SequenceScene &scene, QPointF point)
{
    constexpr double Reach = 4;
    if (point.y() < scene.headerHeight)
        return DiagramSpot::None;
    if (std::abs(point.y() - scene.nowY) < Reach)
        return DiagramSpot::Now;
    for (const SequenceScene::FoldMark &fold : scene.folds) {
        if (point.y() >= fold.top && point.y() <= fold.bottom)
            return DiagramSpot::Fold;
    }
    if (point.x() < scene.rulerWidth)
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
