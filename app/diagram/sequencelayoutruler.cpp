// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a diagram's ruler shows, and what is marked across all lanes.

#include "app/diagram/sequencelayout.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace wiretale {

namespace {

constexpr double TickSpacing = 64;
constexpr int MostTicks = 400;
constexpr int MostDecimals = 6;
constexpr double RulerMargin = 22;
constexpr double NarrowestRuler = 64;
constexpr double MarkerMargin = 8;

// 1, 2 or 5 times a power of ten, at least `least`.
double niceStep(double least)
{
    const double magnitude = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * magnitude >= least)
            return factor * magnitude;
    }
    return 10 * magnitude;
}

qint64 tickStepNs(const TimeMap &map)
{
    return qint64(niceStep(std::max(TickSpacing / map.scale() * 1e9, 1000.0)));
}

// So many as tell one tick from the next.
int decimalsOf(const TimeMap &map)
{
    if (map.mode() == TimeMode::Steps)
        return 3;
    return std::clamp(int(std::ceil(-std::log10(double(tickStepNs(map)) / 1e9) - 1e-9)), 0, MostDecimals);
}

bool crosses(const QLineF &line, const QRectF &area)
{
    const QLineF falling(area.topLeft(), area.bottomRight());
    const QLineF rising(area.bottomLeft(), area.topRight());
    return area.contains(line.p1()) || area.contains(line.p2())
        || line.intersects(falling, nullptr) == QLineF::BoundedIntersection
        || line.intersects(rising, nullptr) == QLineF::BoundedIntersection;
}

QString clockText(qint64 ns, int decimals)
{
    const QString seconds = QLocale().toString(double(ns) / 1e9, 'f', decimals);
    //: A time on the clock; %1: seconds
    return QCoreApplication::translate("wiretale::SequenceLayout", "%1 s").arg(seconds);
}

} // namespace

double SequenceLayout::rulerWidth(const TimeMap &map, const TextWidth &textWidth)
{
    const double needed = textWidth(clockText(888'000'000'000, decimalsOf(map)));
    return std::max(NarrowestRuler, std::ceil(needed) + RulerMargin);
}

void SequenceLayout::placeRuler(const View &view, Window window, SequenceScene &scene) const
{
    if (m_map.mode() == TimeMode::Steps)
        placeStepTicks(view, scene);
    else
        placeTicks(view, window, scene);
    for (const TimeMap::Fold &each : m_map.folds(view.top, view.top + view.height)) {
        scene.folds.push_back({view.headerHeight + each.top - view.top,
                               view.headerHeight + each.bottom - view.top,
                               durationText(each.toNs - each.fromNs)});
    }
}

void SequenceLayout::placeTicks(const View &view, Window window, SequenceScene &scene) const
{
    const qint64 step = tickStepNs(m_map);
    const int decimals = decimalsOf(m_map);
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
        const double y = viewY(view, time);
        // Around a fold two times can come too near to each other to be read.
        if (scene.ticks.empty() || y - scene.ticks.back().y >= view.lineHeight)
            scene.ticks.push_back({y, clockText(time, decimals)});
    }
}

void SequenceLayout::placeStepTicks(const View &view, SequenceScene &scene) const
{
    const double every = std::max(1.0, niceStep(std::max(TickSpacing / 2 / m_map.step(), 1.0)));
    const double last = m_shown.firstFrom(view.nowNs + 1) - 1.0;
    double place = std::max(every, std::floor(view.top / m_map.step() / every) * every);
    QString said;
    for (int i = 0; i < MostTicks && place <= last; ++i, place += every) {
        const RecordNumber record = m_shown.at(quint32(place));
        const qint64 departedNs = m_journal.at(record).departedNs;
        const double y = departureY(view, record, departedNs);
        if (y > view.height)
            break;
        // A burst of the same time says it once.
        const QString text = clockText(departedNs, decimalsOf(m_map));
        scene.ticks.push_back({y, text == said ? QString() : text});
        said = text;
    }
}

void SequenceLayout::placeMarkers(const View &view, SequenceScene &scene) const
{
    scene.highlighted = view.highlighted;
    std::vector<TimeMarker> markers(view.markers.begin(), view.markers.end());
    std::ranges::stable_sort(markers, {}, &TimeMarker::ns);
    for (const TimeMarker &marker : markers) {
        const double y = viewY(view, marker.ns);
        if (marker.ns > view.nowNs || y <= view.headerHeight || y >= view.height)
            continue;
        // Too near to the one before to be written below it.
        if (!scene.markers.empty() && y - scene.markers.back().y < view.lineHeight + 2)
            scene.markers.back().text += QStringLiteral(" · ") + marker.text;
        else
            scene.markers.push_back({.y = y, .text = marker.text});
    }
    for (SequenceScene::Marker &marker : scene.markers)
        marker.area = markerArea(view, scene, marker);
}

void SequenceLayout::settleMarkers(const View &view, SequenceScene &scene) const
{
    for (SequenceScene::Marker &marker : scene.markers)
        marker.area = markerArea(view, scene, marker);
}

QRectF SequenceLayout::markerArea(const View &view, const SequenceScene &scene,
                                  const SequenceScene::Marker &marker) const
{
    const double room = view.width - view.rulerWidth;
    const QSizeF size(std::min(m_textWidth(marker.text) + 8, 0.6 * room), view.lineHeight);
    const double xs[] = {view.width - size.width() - MarkerMargin, view.rulerWidth + MarkerMargin,
                         view.rulerWidth + (room - size.width()) / 2};
    const double ys[] = {marker.y - view.lineHeight - 1, marker.y + 2};
    for (const double y : ys) {
        for (const double x : xs) {
            const QRectF area(QPointF(x, y), size);
            const auto isMet = [&area](const auto &other) { return other.area.intersects(area); };
            const auto isCrossed = [&area](const auto &arrow) { return crosses(arrow.line, area); };
            if (std::ranges::none_of(scene.labels, isMet) && std::ranges::none_of(scene.heldNotes, isMet)
                && std::ranges::none_of(scene.arrows, isCrossed))
                return area;
        }
    }
    return {QPointF(xs[0], ys[0]), size};
}

} // namespace wiretale
