// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/diagrampages.h"

#include "app/diagram/messagelabel.h"
#include "app/diagram/sequencelayout.h"
#include "app/diagram/sequencepainter.h"
#include "app/diagram/timemodeactions.h"
#include "app/exporters/exportchoice.h"
#include "app/journal/trafficlog.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace wiretale {

namespace {

constexpr int TextHeight = 12;
constexpr double HeaderHeight = 34;
constexpr double RulerWidth = 64;
constexpr double Margin = 24; // before the first message and behind the last
constexpr double HeightOfMessage = 18;
constexpr double HeightOfStep = 32;
constexpr double SmallestScale = 110;
constexpr double LargestScale = 1e6;
// A log so long that this does not hold it is drawn densely.
constexpr double LongestDiagram = 400'000;
constexpr quint32 MostMessages = 500; // fewer than SequenceLayout draws as strokes
constexpr double ShortestPage = 200;
constexpr int MostFiles = 100;
// Paper has more room than a window: so many lanes keep the width in which labels can be read.
constexpr size_t MostWideLanes = 60;

static_assert(int(ExportTime::Folded) == int(TimeMode::Folded)
              && int(ExportTime::Linear) == int(TimeMode::Linear)
              && int(ExportTime::Steps) == int(TimeMode::Steps));

QPalette paperPalette()
{
    QPalette palette(Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    return palette;
}

/// XML 1.0 knows no control characters but white space, whatever passed on the wire.
QString printable(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() < 0x20)
            c = QChar(0x2400 + c.unicode());
        else if (c.unicode() == 0xfffe || c.unicode() == 0xffff)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

DiagramPages::DiagramPages(const TrafficLog &log, const ExportChoice &choice)
    : m_log(log)
    , m_chosen(&log.journal())
    , m_shown(log.journal())
    , m_style(paperPalette())
{
    m_font.setPixelSize(TextHeight);
    for (const ExportAbout::Chapter &chapter : choice.about.chapters)
        m_markers.push_back({chapter.beganNs, printable(chapter.title)});
    if (!choice.records.isAll()) {
        std::vector<RecordNumber> numbers;
        choice.records.visit(log.journal().size(), [&numbers](RecordNumber number) {
            numbers.push_back(number);
            return true;
        });
        m_chosen.append(numbers);
        m_chosen.settle();
        m_shown = m_chosen;
    }
    m_nowNs = log.journal().lastNs();
    m_toNs = m_nowNs;
    if (m_shown.count() > 0)
        m_fromNs = log.journal().at(m_shown.at(1)).departedNs;
    if (choice.stretch) {
        m_fromNs = choice.stretch->fromNs;
        m_toNs = std::max(choice.stretch->toNs, m_fromNs);
        m_nowNs = std::min(m_nowNs, choice.stretch->nowNs);
    } else if (!m_shown.areAll()) {
        m_toNs = lastArrivalNs();
    }
    m_map.setShown(m_shown);
    m_map.setMode(TimeMode(int(choice.time)));
    m_gaps.update(m_shown);
    setScales(choice);
    cut({});
}

// Of what is shown, as far as it is known.
qint64 DiagramPages::lastArrivalNs() const
{
    qint64 last = m_fromNs;
    for (quint32 place = 1; place <= m_shown.count(); ++place) {
        const Record record = m_log.journal().at(m_shown.at(place));
        last = std::max(
            {last, record.departedNs, record.arrivedNs == Record::NotArrived ? last : record.arrivedNs});
    }
    return last;
}

void DiagramPages::setScales(const ExportChoice &choice)
{
    const ExportStretch stretch = choice.stretch.value_or(ExportStretch {});
    const double legible = std::min(HeightOfStep, LongestDiagram / std::max(1.0, double(messageCount())));
    m_map.setStep(stretch.pixelsPerMessage > 0 ? stretch.pixelsPerMessage : legible);
    if (stretch.pixelsPerSecond > 0)
        setScale(stretch.pixelsPerSecond);
    else
        setScale(choice.time == ExportTime::Steps ? SmallestScale : legibleScale());
}

void DiagramPages::setScale(double pixelsPerSecond)
{
    m_map.setScale(pixelsPerSecond);
    m_map.setGaps(m_gaps.gaps());
}

quint32 DiagramPages::messageCount() const
{
    return m_shown.firstFrom(m_toNs + 1) - m_shown.firstFrom(m_fromNs);
}

double DiagramPages::legibleScale()
{
    const double wanted = std::min(messageCount() * HeightOfMessage, LongestDiagram);
    const double seconds = std::max(1e-3, double(m_toNs - m_fromNs) / 1e9);
    // Folded, an hour in which little happens is short at any scale.
    double low = m_map.mode() == TimeMode::Folded ? SmallestScale
                                                  : std::min(SmallestScale, LongestDiagram / seconds);
    double high = LargestScale;
    for (int i = 0; i < 24 && high > low * 1.05; ++i) {
        const double middle = std::sqrt(low * high);
        setScale(middle);
        (m_map.yOf(m_toNs) - m_map.yOf(m_fromNs) < wanted ? low : high) = middle;
    }
    return low;
}

double DiagramPages::topOfAll() const
{
    return m_map.yOf(m_fromNs) - Margin;
}

double DiagramPages::endOfAll() const
{
    return m_map.nowY(m_toNs) + Margin;
}

double DiagramPages::neededWidth() const
{
    const size_t lanes = m_shown.clients().size();
    if (lanes <= MostWideLanes)
        return RulerWidth + double(lanes) * SequenceLayout::NarrowestLane;
    return SequenceLayout::contentWidth(0, RulerWidth, lanes);
}

double DiagramPages::endOfPage(double top, double bottom) const
{
    const quint32 behind = m_shown.firstFrom(m_map.timeOf(top)) + MostMessages;
    if (m_shown.firstFrom(m_map.timeOf(bottom) + 1) <= behind)
        return bottom;
    const RecordNumber number = m_shown.at(behind);
    const double y = m_map.departureY(number, m_log.journal().at(number).departedNs);
    return std::clamp(y, std::min(top + ShortestPage, bottom), bottom);
}

void DiagramPages::cut(const Paper &paper)
{
    m_width = std::max(paper.width, neededWidth());
    m_pages.clear();
    const double bodyHeight = paper.height - HeaderHeight;
    const double end = endOfAll();
    double top = topOfAll();
    do {
        const double bottom = endOfPage(top, std::min(top + bodyHeight, end));
        m_pages.push_back({top, bottom});
        top = bottom;
    } while (top < end);
}

QSizeF DiagramPages::size(int page) const
{
    const Page &place = m_pages[size_t(page)];
    return {m_width, HeaderHeight + place.bottom - place.top};
}

Result<void> DiagramPages::canBeFiles() const
{
    if (count() <= MostFiles)
        return {};
    return Error {QCoreApplication::translate("wiretale::Exporter",
                                              "The diagram would fill %n pictures, each a file of its own; "
                                              "choose fewer messages, or make it one PDF.",
                                              nullptr, count())};
}

QString DiagramPages::label(RecordNumber number) const
{
    return QStringLiteral("#%1 %2").arg(number).arg(printable(messageLabel(m_log, number)));
}

void DiagramPages::paint(QPainter &painter, int page) const
{
    const QSizeF whole = size(page);
    const QFontMetricsF metrics(m_font);
    const SequenceLayout layout(
        m_shown, m_map, [&](const QString &text) { return metrics.horizontalAdvance(text); },
        [this](RecordNumber number) { return label(number); });
    SequenceScene scene = layout.scene({.width = whole.width(),
                                        .height = whole.height(),
                                        .top = m_pages[size_t(page)].top,
                                        .nowNs = m_nowNs,
                                        .lineHeight = metrics.height(),
                                        .headerHeight = HeaderHeight,
                                        .rulerWidth = RulerWidth,
                                        .markers = m_markers});
    scene.corner = TimeModeActions::word(m_map.mode());
    for (SequenceScene::Lane &lane : scene.lanes)
        lane.name = printable(lane.name);
    painter.save();
    painter.setClipRect(QRectF({0, 0}, whole));
    painter.setFont(m_font);
    SequencePainter(painter, m_style).paint(scene, whole, 0, 0);
    painter.restore();
}

} // namespace wiretale
