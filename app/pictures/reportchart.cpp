// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/reportchart.h"

#include "app/chart/techniquelook.h"
#include "app/chart/trafficstack.h"
#include "app/journal/journal.h"
#include "common/quantities.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace wiretale {

namespace {

constexpr int MostBuckets = 100;
constexpr double Width = 1000;
constexpr double Height = 260;
constexpr double Left = 80;
constexpr double Bottom = 24; // for the times
constexpr double Top = 16;

struct Share
{
    double payload = 0;
    double overhead = 0;
};
using Bucket = std::array<Share, TechniqueCount>; // index: Technique

double totalOf(const Share &share)
{
    return share.payload + share.overhead;
}

/// Of the four techniques together; of plain HTTP only where there is nothing else, so that a page that is
/// loaded does not flatten everything else.
double highestOf(const std::vector<Bucket> &buckets)
{
    double highest = 0;
    double highestHttp = 0;
    for (const Bucket &bucket : buckets) {
        const double http = totalOf(bucket[size_t(Technique::Http)]);
        double total = -http;
        for (const Share &share : bucket)
            total += totalOf(share);
        highest = std::max(highest, total);
        highestHttp = std::max(highestHttp, http);
    }
    return highest > 0 ? highest : highestHttp;
}

qint64 bucketLength(qint64 spanNs)
{
    const double milliseconds = std::max(1.0, std::ceil(double(spanNs) / 1e6 / MostBuckets));
    return qint64(niceCeiling(milliseconds) * 1e6);
}

std::vector<Bucket> bucketsOf(const Journal &journal, qint64 lengthNs)
{
    std::vector<Bucket> buckets(size_t(journal.lastNs() / lengthNs) + 1);
    for (RecordNumber number = 1; number <= journal.size(); ++number) {
        const Record record = journal.at(number);
        const auto index = std::min(size_t(record.departedNs / lengthNs), buckets.size() - 1);
        Share &share = buckets[index][size_t(record.technique)];
        share.payload += record.payloadBytes;
        share.overhead += double(record.wireBytes) - record.payloadBytes;
    }
    return buckets;
}

QString textAt(double x, double y, const char *anchor, const QString &text)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
        .arg(x, 0, 'f', 1)
        .arg(y, 0, 'f', 1)
        .arg(QLatin1StringView(anchor), text.toHtmlEscaped());
}

QString bar(double x, double width, double bottom, double height, const QColor &color, bool isPale)
{
    return QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"%6/>\n")
        .arg(x, 0, 'f', 2)
        .arg(bottom - height, 0, 'f', 2)
        .arg(width, 0, 'f', 2)
        .arg(height, 0, 'f', 2)
        .arg(color.name(), isPale ? QStringLiteral(" fill-opacity=\"0.4\"") : QString());
}

QString legend(const std::vector<Bucket> &buckets)
{
    QString items;
    for (const Technique technique : TechniquesInOrder) {
        const bool isThere = std::ranges::any_of(
            buckets, [&](const Bucket &bucket) { return totalOf(bucket[size_t(technique)]) > 0; });
        if (isThere)
            items += QStringLiteral("<span><i style=\"background:%1\"></i>%2</span>\n")
                         .arg(techniqueColor(technique).name(), techniqueTitle(technique).toHtmlEscaped());
    }
    return QStringLiteral("<p class=\"legend\">\n%1</p>\n").arg(items);
}

} // namespace

QString reportChart(const Journal &journal)
{
    const qint64 lengthNs = bucketLength(journal.lastNs());
    const std::vector<Bucket> buckets = bucketsOf(journal, lengthNs);
    const double ceiling = niceCeiling(highestOf(buckets));
    const double floor = Height - Bottom;
    const double step = (Width - Left) / double(buckets.size());
    const double scale = (floor - Top) / ceiling;

    QString svg
        = QStringLiteral("<svg viewBox=\"0 0 %1 %2\" role=\"img\" class=\"chart\">\n").arg(Width).arg(Height);
    for (size_t i = 0; i < buckets.size(); ++i) {
        double y = floor;
        for (const Technique technique : TechniquesInOrder) {
            const Share share = buckets[i][size_t(technique)];
            for (const bool isPale : {false, true}) {
                // What is higher than the scale ends at its top.
                const double height = std::min((isPale ? share.overhead : share.payload) * scale, y - Top);
                if (height <= 0)
                    continue;
                svg += bar(Left + double(i) * step, std::max(step - 1, 0.5), y, height,
                           techniqueColor(technique), isPale);
                y -= height;
            }
        }
    }
    svg += QStringLiteral("<path d=\"M%1 %2V%3H%4\" fill=\"none\" stroke=\"#888\"/>\n")
               .arg(Left)
               .arg(Top)
               .arg(floor)
               .arg(Width);
    svg += textAt(Left - 6, Top + 4, "end", QLocale().toString(qint64(ceiling)));
    svg += textAt(Left - 6, floor, "end", QStringLiteral("0"));
    svg += textAt(Left, Height - 6, "start", QStringLiteral("0"));
    svg += textAt(Width, Height - 6, "end", durationText(qint64(buckets.size()) * lengthNs));
    svg += QStringLiteral("</svg>\n");
    const QString caption
        //: %1: a length of time such as "200 ms"
        = QCoreApplication::translate("wiretale::Report",
                                      "Bytes on the wire in each %1; pale is what carries no event.")
              .arg(durationText(lengthNs));
    return svg + legend(buckets) + QStringLiteral("<p>%1</p>\n").arg(caption.toHtmlEscaped());
}

} // namespace wiretale
