// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/diagrampages.h"

#include "app/diagram/messagelabel.h"
#include "app/diagram/sequencelayout.h"
#include "app/diagram/sequencepainter.h"
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
constexpr double SmallestScale = 110;
constexpr double LargestScale = 1e6;
// A log so long that this does not hold it is drawn densely.
constexpr double LongestDiagram = 400'000;
constexpr RecordNumber MostMessages = 500; // fewer than SequenceLayout draws as strokes
constexpr double ShortestPage = 200;
constexpr int MostFiles = 100;
// Paper has more room than a window: so many lanes keep the width in which labels can be read.
constexpr size_t MostWideLanes = 60;

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
    , m_chosen(log, choice.records)
    , m_style(paperPalette())
{
    m_font.setPixelSize(TextHeight);
    for (const ExportAbout::Chapter &chapter : choice.about.chapters)
        m_markers.push_back({chapter.beganNs, printable(chapter.title)});
    const Journal &journal = m_chosen.journal();
    m_toNs = journal.lastNs();
    if (journal.size() > 0)
        m_fromNs = journal.at(1).departedNs;
    if (choice.stretch) {
        m_fromNs = choice.stretch->fromNs;
        m_toNs = std::max(choice.stretch->toNs, m_fromNs);
    }
    m_gaps.update(journal);
    const bool isScaled = choice.stretch && choice.stretch->pixelsPerSecond > 0;
    setScale(isScaled ? choice.stretch->pixelsPerSecond : legibleScale());
    cut({});
}

void DiagramPages::setScale(double pixelsPerSecond)
{
    m_map.setScale(pixelsPerSecond);
    m_map.setGaps(m_gaps.gaps());
}

double DiagramPages::legibleScale()
{
    const Journal &journal = m_chosen.journal();
    const double messages = journal.firstDepartedFrom(m_toNs + 1) - journal.firstDepartedFrom(m_fromNs);
    const double wanted = std::min(messages * HeightOfMessage, LongestDiagram);
    double low = SmallestScale;
    double high = LargestScale;
    for (int i = 0; i < 24 && high > low * 1.05; ++i) {
        const double middle = std::sqrt(low * high);
        setScale(middle);
        (m_map.yOf(m_toNs) - m_map.yOf(m_fromNs) < wanted ? low : high) = middle;
    }
    return low;
}

double DiagramPages::neededWidth() const
{
    const size_t lanes = m_chosen.journal().clients().size();
    if (lanes <= MostWideLanes)
        return RulerWidth + double(lanes) * SequenceLayout::NarrowestLane;
    return SequenceLayout::contentWidth(0, RulerWidth, lanes);
}

double DiagramPages::endOfPage(double top, double bottom) const
{
    const Journal &journal = m_chosen.journal();
    const RecordNumber first = journal.firstDepartedFrom(m_map.timeOf(top));
    const RecordNumber behind = first + MostMessages;
    if (journal.firstDepartedFrom(m_map.timeOf(bottom) + 1) <= behind)
        return bottom;
    return std::clamp(m_map.yOf(journal.at(behind).departedNs), std::min(top + ShortestPage, bottom), bottom);
}

void DiagramPages::cut(const Paper &paper)
{
    m_width = std::max(paper.width, neededWidth());
    m_pages.clear();
    const double bodyHeight = paper.height - HeaderHeight;
    const double end = m_map.yOf(m_toNs) + Margin;
    double top = m_map.yOf(m_fromNs) - Margin;
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
    const RecordNumber original = m_chosen.original(number);
    return QStringLiteral("#%1 %2").arg(original).arg(printable(messageLabel(m_log, original)));
}

void DiagramPages::paint(QPainter &painter, int page) const
{
    const QSizeF whole = size(page);
    const QFontMetricsF metrics(m_font);
    const SequenceLayout layout(
        m_chosen.journal(), m_map, [&](const QString &text) { return metrics.horizontalAdvance(text); },
        [this](RecordNumber number) { return label(number); });
    SequenceScene scene = layout.scene({.width = whole.width(),
                                        .height = whole.height(),
                                        .top = m_pages[size_t(page)].top,
                                        .nowNs = m_log.journal().lastNs(),
                                        .lineHeight = metrics.height(),
                                        .headerHeight = HeaderHeight,
                                        .rulerWidth = RulerWidth,
                                        .markers = m_markers});
    for (SequenceScene::Lane &lane : scene.lanes)
        lane.name = printable(lane.name);
    painter.save();
    painter.setClipRect(QRectF({0, 0}, whole));
    painter.setFont(m_font);
    SequencePainter(painter, m_style).paint(scene, whole, 0, 0);
    painter.restore();
}

} // namespace wiretale
