// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/pngexporter.h"

#include "app/exporters/exportfile.h"
#include "app/pictures/diagrampages.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace wiretale {

namespace {

constexpr double PageHeight = 4000;
constexpr double LongestSide = 32'000; // QImage and many viewers end at 32,767
constexpr double MostPixels = 4e7;

QByteArray pngOf(const DiagramPages &pages, int page)
{
    const QSizeF size = pages.size(page);
    const double scale = std::min(1.0, LongestSide / size.width());
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    pages.paint(painter, page);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace

Result<void> writePng(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    DiagramPages pages(log, choice);
    pages.cut({.height = std::clamp(MostPixels / pages.neededWidth(), 500.0, PageHeight)});
    if (Result<void> few = pages.canBeFiles(); !few)
        return few;
    for (int page = 0; page < pages.count(); ++page) {
        ExportFile file(partPath(path, page + 1));
        if (Result<void> opened = file.open(); !opened)
            return opened;
        file.write(pngOf(pages, page));
        if (Result<void> written = file.commit(); !written)
            return written;
    }
    return {};
}

} // namespace wiretale
