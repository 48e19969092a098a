// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/htmlexporter.h"

#include "app/exporters/exportchoice.h"
#include "app/exporters/exportfile.h"
#include "app/exporters/sequencescript.h"
#include "app/journal/trafficlog.h"
#include "app/pictures/chosenjournal.h"
#include "app/pictures/diagrampages.h"
#include "app/pictures/reportchart.h"
#include "app/pictures/reporttables.h"
#include "app/pictures/svgexporter.h"
#include "common/quantities.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>

namespace wiretale {

namespace {

constexpr int MostPages = 25;

constexpr char Style[]
    = "body{font:15px/1.5 sans-serif;color:#111;background:#fff;max-width:1040px;margin:2em auto;padding:0 "
      "1em}"
      "h1{margin-bottom:0}.about,.legend{color:#555}svg{max-width:100%;height:auto;display:block}"
      "svg.chart{font-size:12px}.legend span{margin-right:1.5em}"
      ".legend i{display:inline-block;width:.8em;height:.8em;margin-right:.4em}"
      ".wide{overflow-x:auto}table{border-collapse:collapse;font-size:12px}"
      "th,td{padding:2px 8px;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}"
      "th{background:#f3f3f3}td.n{text-align:right;white-space:nowrap}tr.client "
      "td:first-child{padding-left:2em}"
      "@media print{.wide{overflow:visible}table{font-size:8px}h2{break-after:avoid}}";

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::Report", words);
}

QString element(const char *tag, const QString &content)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(QLatin1StringView(tag), content.toHtmlEscaped());
}

/// What stands between the body's tags.
QString htmlOf(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown);
    const QString html = document.toHtml();
    const qsizetype begin = html.indexOf(u'>', html.indexOf(QStringLiteral("<body"))) + 1;
    return html.sliced(begin, html.indexOf(QStringLiteral("</body>")) - begin);
}

class Report
{
public:
    Report(const TrafficLog &log, const ExportChoice &choice)
        : m_log(log)
        , m_choice(choice)
        , m_chosen(log, choice.records)
    {
    }

    Result<void> write(const QString &path) const;

private:
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString head() const;
    [[nodiscard]] QString lesson() const;
    void writeDiagram(ExportFile &file) const;

    const TrafficLog &m_log;
    const ExportChoice &m_choice;
    ChosenJournal m_chosen;
};

QString Report::title() const
{
    return m_choice.about.title.isEmpty() ? sequenceTitle() : m_choice.about.title;
}

QString Report::head() const
{
    const QString language = QLocale().name().section(u'_', 0, 0);
    const QDateTime began = QDateTime::fromMSecsSinceEpoch(m_log.wallStartNs() / 1'000'000);
    const QString about
        //: %1: a version, %2: date and time, %3: how many messages, %4: a length of time
        = text(QT_TRANSLATE_NOOP("wiretale::Report",
                                 "Recorded by Wiretale %1 on %2: %3 messages in %4 of the clock's time."))
              .arg(QStringLiteral(WIRETALE_VERSION), QLocale().toString(began, QLocale::ShortFormat),
                   QLocale().toString(m_chosen.journal().size()), durationText(m_log.journal().lastNs()));
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'unsafe-inline'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n")
               .arg(language)
        + element("title", title())
        + QStringLiteral("<style>%1</style>\n</head>\n<body>\n").arg(QLatin1StringView(Style))
        + element("h1", title()) + QStringLiteral("<p class=\"about\">%1</p>\n").arg(about.toHtmlEscaped());
}

QString Report::lesson() const
{
    QString html;
    if (!m_choice.about.summary.isEmpty())
        html += element("p", m_choice.about.summary);
    for (const ExportAbout::Chapter &chapter : m_choice.about.chapters) {
        html += element("h3", QStringLiteral("%1: %2").arg(durationText(chapter.beganNs), chapter.title));
        html += htmlOf(chapter.text);
    }
    if (html.isEmpty())
        return {};
    return QStringLiteral("<section>\n")
        + element("h2", text(QT_TRANSLATE_NOOP("wiretale::Report", "Lesson"))) + html
        + QStringLiteral("</section>\n");
}

void Report::writeDiagram(ExportFile &file) const
{
    const DiagramPages pages(m_log, m_choice);
    for (int page = 0; page < std::min(pages.count(), MostPages) && !file.failed(); ++page) {
        QByteArray svg = svgOf(pages, page);
        svg.remove(0, svg.indexOf("<svg")); // an HTML document has no XML declaration
        file.write(svg);
    }
    if (pages.count() > MostPages) {
        const QString more = QCoreApplication::translate(
            "wiretale::Report", "%n more page(s) of the diagram are left out here; as a PDF it has them all.",
            nullptr, pages.count() - MostPages);
        file.write(element("p", more).toUtf8());
    }
}

Result<void> Report::write(const QString &path) const
{
    ExportFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    const auto beginSection = [&](const char *heading) {
        file.write((QStringLiteral("<section>\n") + element("h2", text(heading))
                    + QStringLiteral("<div class=\"wide\">\n"))
                       .toUtf8());
    };
    const auto endSection = [&] { file.write("</div>\n</section>\n"); };
    file.write((head() + lesson()).toUtf8());
    beginSection(QT_TRANSLATE_NOOP("wiretale::Report", "Who paid what"));
    file.write(reportScorecard(m_chosen.journal()).toUtf8());
    endSection();
    beginSection(QT_TRANSLATE_NOOP("wiretale::Report", "Traffic"));
    file.write(reportChart(m_chosen.journal()).toUtf8());
    endSection();
    beginSection(QT_TRANSLATE_NOOP("wiretale::Report", "Diagram"));
    writeDiagram(file);
    endSection();
    beginSection(QT_TRANSLATE_NOOP("wiretale::Report", "Messages"));
    file.write(reportMessages(m_log, m_choice).toUtf8());
    endSection();
    file.write("</body>\n</html>\n");
    return file.commit();
}

} // namespace

Result<void> writeHtml(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    return Report(log, choice).write(path);
}

} // namespace wiretale
