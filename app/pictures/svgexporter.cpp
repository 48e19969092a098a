// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/svgexporter.h"

#include "app/exporters/exportfile.h"
#include "app/exporters/sequencescript.h"
#include "app/pictures/diagrampages.h"

#include <QBuffer>
#include <QFontInfo>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace wiretale {

namespace {

constexpr double PageHeight = 8000;
constexpr double LongestSide = 32'000; // pixels; where rsvg ends

} // namespace

QByteArray svgOf(const DiagramPages &pages, int page)
{
    const QSize size = pages.size(page).toSize();
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // sizes come out in millimetres
    generator.setSize((QSizeF(size) * std::min(1.0, LongestSide / size.width())).toSize());
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(sequenceTitle());
    QPainter painter(&generator);
    pages.paint(painter, page);
    painter.end();
    // Whoever does not have the font takes one like it.
    return svg.replace("font-family=\"Sans", "font-family=\"sans-serif,Sans");
}

Result<void> writeSvg(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    DiagramPages pages(log, choice);
    pages.cut({.height = PageHeight});
    if (Result<void> few = pages.canBeFiles(); !few)
        return few;
    for (int page = 0; page < pages.count(); ++page) {
        ExportFile file(partPath(path, page + 1));
        if (Result<void> opened = file.open(); !opened)
            return opened;
        file.write(svgOf(pages, page));
        if (Result<void> written = file.commit(); !written)
            return written;
    }
    return {};
}

} // namespace wiretale
