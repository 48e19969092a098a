// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/pdfexporter.h"

#include "app/exporters/exportfile.h"
#include "app/exporters/sequencescript.h"
#include "app/pictures/diagrampages.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <numbers>

namespace wiretale {

namespace {

constexpr int PixelsPerInch = 96;
constexpr double PointsPerPixel = 72.0 / PixelsPerInch;
constexpr double MarginPoints = 28;
constexpr double FooterHeight = 24;
// Smaller than this part of its size, nobody reads the text.
constexpr double SmallestScale = 0.65;
constexpr double UsualScale = 0.85;
constexpr double LongestSide = 14'400; // points; PDF 1.7, Annex C

/// The smallest paper on which `width` pixels can be read.
QPageSize paperFor(double width, QPageLayout::Orientation &orientation)
{
    const QSizeF a4 = QPageSize(QPageSize::A4).size(QPageSize::Point);
    const double needed = width * PointsPerPixel * SmallestScale + 2 * MarginPoints;
    orientation = needed <= a4.width() ? QPageLayout::Portrait : QPageLayout::Landscape;
    if (needed <= a4.height())
        return QPageSize(QPageSize::A4);
    const double length = std::min(needed, LongestSide);
    return QPageSize(QSizeF(length / std::numbers::sqrt2, length), QPageSize::Point);
}

void paintFooter(QPainter &painter, QSizeF body, const QString &text)
{
    QFont font;
    font.setPixelSize(9);
    painter.setFont(font);
    painter.setPen(Qt::darkGray);
    painter.drawText(QRectF(0, body.height() - FooterHeight, body.width(), FooterHeight),
                     Qt::AlignRight | Qt::AlignBottom, text);
}

} // namespace

Result<void> writePdf(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    ExportFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    DiagramPages pages(log, choice);
    auto orientation = QPageLayout::Portrait;
    const QPageSize paper = paperFor(pages.neededWidth(), orientation);
    QPdfWriter writer(&buffer);
    writer.setTitle(sequenceTitle());
    writer.setCreator(QStringLiteral("Wiretale " WIRETALE_VERSION));
    writer.setResolution(PixelsPerInch);
    writer.setPageLayout(
        QPageLayout(paper, orientation, QMarginsF(MarginPoints, MarginPoints, MarginPoints, MarginPoints)));
    const QSizeF body = QRectF(writer.pageLayout().paintRectPixels(PixelsPerInch)).size();
    // A little smaller than on the screen, so that more of each label fits.
    const double scale = std::min(UsualScale, body.width() / pages.neededWidth());
    pages.cut({.width = body.width() / scale, .height = (body.height() - FooterHeight) / scale});
    QPainter painter(&writer);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0)
            writer.newPage();
        painter.save();
        painter.scale(scale, scale);
        pages.paint(painter, page);
        painter.restore();
        paintFooter(painter, body,
                    //: %1: a title; %2 and %3: page numbers
                    QCoreApplication::translate("wiretale::Exporter", "%1, page %2 of %3")
                        .arg(sequenceTitle())
                        .arg(page + 1)
                        .arg(pages.count()));
    }
    painter.end();
    file.write(pdf);
    return file.commit();
}

} // namespace wiretale
