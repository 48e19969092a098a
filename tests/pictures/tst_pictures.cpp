// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/techniquelook.h"
#include "app/pictures/diagrampages.h"
#include "app/pictures/pictureformats.h"
#include "tests/exporters/traffic.h"

#include <QDir>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QXmlStreamReader>

using namespace wiretale;

/// The diagram as SVG, PNG and PDF, and what other programs make of them.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standBehindTheOtherFormats();
    void everyMessageHasItsNumber();
    void pagesFollowOneAnother();
    void aCrowdedPageIsCutShort();
    void onlyWhatIsChosenIsDrawn();
    void onlyTheStretchIsDrawn();
    void timeIsDrawnAsOnTheScreen_data();
    void timeIsDrawnAsOnTheScreen();
    void aStretchIsDrawnAsItWasThen();
    void aChosenAnswerHasTheBarOfItsRequest();
    void aLongTimeIsNoEndlessPicture_data();
    void aLongTimeIsNoEndlessPicture();
    void anEmptyLogIsAPicture_data();
    void anEmptyLogIsAPicture();
    void controlCharactersDoNoHarm();
    void rsvgDrawsIt();
    void popplerReadsItsText();
    void manyLanesFitOnThePaper();
    void noPictureIsTooWideForItsReaders();
    void aLongPictureGoesOnInFurtherFiles_data();
    void aLongPictureGoesOnInFurtherFiles();
    void filesWithoutNumberAreRefused_data();
    void filesWithoutNumberAreRefused();
    void drawnInAnotherThread();
    void theReportStandsAlone();
    void theReportTellsOfTheLesson();
    void theReportHasWhatIsChosen();

private:
    /// A client that polls once a second.
    static void poll(Traffic &traffic, const QString &client, int times);
    QByteArray output(const QString &program, const QStringList &arguments);
    QString exported(const TrafficLog &log, const QString &name, const ExportChoice &choice = {});

    QTemporaryDir m_folder;
};

namespace {

QList<quint32> numbersIn(const QString &text)
{
    QList<quint32> numbers;
    static const QRegularExpression number(QStringLiteral("#(\\d+) "));
    QRegularExpressionMatchIterator found = number.globalMatch(text);
    while (found.hasNext())
        numbers << found.next().captured(1).toUInt();
    std::ranges::sort(numbers);
    return numbers;
}

/// Empty when the file is not well-formed.
QString textsIn(const QString &path)
{
    QXmlStreamReader xml(contentsOf(path));
    QString texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts += xml.readElementText() + u'\n';
    }
    return xml.hasError() ? QString() : texts;
}

bool isBlank(const QImage &image)
{
    QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != first)
                return false;
        }
    }
    return true;
}

// Not every system has the plugin with which a QImage reads SVG.
QImage pictureIn(const QString &file)
{
    if (!file.endsWith(QStringLiteral(".svg")))
        return QImage(file);
    QSvgRenderer renderer(file);
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace

void TestPictures::poll(Traffic &traffic, const QString &client, int times)
{
    const ConnectionNumber connection = traffic.open(client);
    for (int i = 0; i < times; ++i) {
        traffic.wait(700);
        const RecordNumber request = traffic.send(connection,
                                                  {.kind = MessageKind::Request,
                                                   .direction = Direction::ClientToServer,
                                                   .technique = Technique::AjaxPolling,
                                                   .bytes = "GET /e HTTP/1.1\r\n\r\n",
                                                   .code = quint16(HttpMethod::Get),
                                                   .eventIds = {}});
        traffic.wait(300);
        traffic.send(connection,
                     {.kind = MessageKind::Response,
                      .exchange = request,
                      .technique = Technique::AjaxPolling,
                      .bytes = "HTTP/1.1 204 No Content\r\n\r\n",
                      .code = 204,
                      .flags = RecordFlag::Final,
                      .eventIds = {}});
    }
    traffic.settle();
}

QByteArray TestPictures::output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QString TestPictures::exported(const TrafficLog &log, const QString &name, const ExportChoice &choice)
{
    QString path = m_folder.filePath(name);
    const Result<void> written = exportLog(log, path, choice, allExportFormats());
    if (!written)
        qWarning("%s", qPrintable(written.error().message));
    return path;
}

void TestPictures::standBehindTheOtherFormats()
{
    const auto all = allExportFormats();
    const auto plain = exportFormats();
    QVERIFY(all.size() > plain.size());
    for (size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].isDrawn, i >= plain.size());
        QVERIFY(i >= plain.size() || all[i].write == plain[i].write);
        QCOMPARE(formatOf(QStringLiteral("x") + QLatin1StringView(all[i].suffix), all), &all[i]);
        QVERIFY(!all[i].translatedDescription().isEmpty());
    }
}

void TestPictures::everyMessageHasItsNumber()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("клиент"), 20);
    const QString texts = textsIn(exported(traffic.log(), QStringLiteral("a.svg")));
    QList<quint32> expected;
    for (RecordNumber number = 1; number <= traffic.log().journal().size(); ++number)
        expected << number;
    QCOMPARE(numbersIn(texts), expected);
    QVERIFY(texts.contains(QStringLiteral("клиент")));
    QVERIFY(texts.contains(QStringLiteral("#3 204 No Content\n")));
}

void TestPictures::pagesFollowOneAnother()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("client"), 50);
    DiagramPages whole(traffic.log(), {});
    whole.cut({.height = 1e6});
    QCOMPARE(whole.count(), 1);
    DiagramPages pages(traffic.log(), {});
    pages.cut({.height = 700});
    QVERIFY(pages.count() > 5);
    double height = 0;
    for (int page = 0; page < pages.count(); ++page) {
        QVERIFY(pages.size(page).height() <= 700);
        QCOMPARE(pages.size(page).width(), 1000.0);
        height += pages.size(page).height() - 34;
    }
    QVERIFY(std::abs(height + 34 - whole.size(0).height()) < 1e-6);
}

void TestPictures::aCrowdedPageIsCutShort()
{
    Traffic traffic;
    const ConnectionNumber connection = traffic.open(QStringLiteral("client"));
    for (int i = 0; i < 3000; ++i) {
        traffic.send(connection,
                     {.kind = MessageKind::Opaque,
                      .direction = Direction::ClientToServer,
                      .bytes = "x",
                      .eventIds = {}});
        traffic.wait(1);
    }
    traffic.settle();
    const DiagramPages pages(traffic.log(), {});
    QVERIFY(pages.count() >= 6);
    // Legible: a line for each message.
    double height = 0;
    for (int page = 0; page < pages.count(); ++page)
        height += pages.size(page).height();
    QVERIFY(height > 3000 * 12);
}

void TestPictures::onlyWhatIsChosenIsDrawn()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("first"), 10);
    poll(traffic, QStringLiteral("second"), 10);
    const QString texts = textsIn(
        exported(traffic.log(), QStringLiteral("a.svg"), {.records = RecordSelection({25, 26, 30, 31})}));
    QCOMPARE(numbersIn(texts), (QList<quint32> {25, 26, 30, 31}));
    QVERIFY(texts.contains(QStringLiteral("second")));
    QVERIFY(!texts.contains(QStringLiteral("first")));
}

void TestPictures::onlyTheStretchIsDrawn()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("client"), 20);
    const qint64 from = traffic.log().journal().at(10).departedNs;
    const qint64 to = traffic.log().journal().at(13).departedNs;
    const ExportChoice choice {.stretch = ExportStretch {.fromNs = from, .toNs = to, .pixelsPerSecond = 200}};
    QCOMPARE(numbersIn(textsIn(exported(traffic.log(), QStringLiteral("a.svg"), choice))),
             (QList<quint32> {10, 11, 12, 13}));
    const double height = DiagramPages(traffic.log(), choice).size(0).height();
    QVERIFY(height > double(to - from) * 1e-9 * 150);
    // What is no picture has the same records.
    QCOMPARE(contentsOf(exported(traffic.log(), QStringLiteral("a.jsonl"), choice)).count('\n'), 4);
}

void TestPictures::timeIsDrawnAsOnTheScreen_data()
{
    QTest::addColumn<ExportTime>("time");
    QTest::addColumn<double>("height");
    // Ten messages in 40 s, of which 35 s are idle.
    QTest::newRow("folded") << ExportTime::Folded << 580.0;
    QTest::newRow("linear") << ExportTime::Linear << 3900.0;
    QTest::newRow("by steps") << ExportTime::Steps << 330.0;
}

void TestPictures::timeIsDrawnAsOnTheScreen()
{
    QFETCH(const ExportTime, time);
    QFETCH(const double, height);
    Traffic traffic;
    poll(traffic, QStringLiteral("client"), 3);
    traffic.wait(35'000);
    poll(traffic, QStringLiteral("client"), 1);
    const qint64 lastNs = traffic.log().journal().lastNs();
    const ExportChoice shown {
        .stretch
        = ExportStretch {.fromNs = 0, .toNs = lastNs, .pixelsPerSecond = 100, .pixelsPerMessage = 24},
        .time = time};
    const DiagramPages pages(traffic.log(), shown);
    double drawn = 0;
    for (int page = 0; page < pages.count(); ++page)
        drawn += pages.size(page).height();
    QVERIFY2(std::abs(drawn - height) < height / 4, qPrintable(QString::number(drawn)));
    const QString texts = textsIn(exported(traffic.log(), QStringLiteral("a.svg"), shown));
    QCOMPARE(texts.contains(u'⋯'), time == ExportTime::Folded);
    // All of it, as it can be read: every message is labelled.
    const QString all = textsIn(exported(traffic.log(), QStringLiteral("b.svg"), {.time = time}));
    QCOMPARE(numbersIn(all).size(), qsizetype(traffic.log().journal().size()));
    QCOMPARE(all.contains(u'⋯'), time == ExportTime::Folded);
}

void TestPictures::aStretchIsDrawnAsItWasThen()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("client"), 5);
    const Record last = traffic.log().journal().at(7);
    ExportChoice choice {
        .stretch = ExportStretch {.fromNs = 0, .toNs = last.departedNs + 1000, .pixelsPerSecond = 100}};
    const QByteArray since = contentsOf(exported(traffic.log(), QStringLiteral("a.svg"), choice));
    choice.stretch->nowNs = last.departedNs + 1000;
    const QByteArray then = contentsOf(exported(traffic.log(), QStringLiteral("b.svg"), choice));
    QCOMPARE(numbersIn(QString::fromUtf8(then)), numbersIn(QString::fromUtf8(since)));
    QVERIFY(then != since); // one is on its way
}

void TestPictures::aChosenAnswerHasTheBarOfItsRequest()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("first"), 3);
    const auto colored = [&](const ExportChoice &choice) {
        return contentsOf(exported(traffic.log(), QStringLiteral("a.svg"), choice))
            .count(techniqueColor(Technique::AjaxPolling).name().toUtf8());
    };
    const auto opening = colored({.records = RecordSelection({1})});
    const auto answer = colored({.records = RecordSelection({1, 3})});
    QVERIFY(answer > opening);
}

void TestPictures::aLongTimeIsNoEndlessPicture_data()
{
    QTest::addColumn<ExportTime>("time");
    QTest::newRow("an hour, linear") << ExportTime::Linear;
    QTest::newRow("many messages, by steps") << ExportTime::Steps;
}

void TestPictures::aLongTimeIsNoEndlessPicture()
{
    QFETCH(const ExportTime, time);
    Traffic traffic;
    const ConnectionNumber connection = traffic.open(QStringLiteral("client"));
    for (int i = 0; i < 30'000; ++i) {
        traffic.send(connection,
                     {.kind = MessageKind::Opaque,
                      .direction = Direction::ClientToServer,
                      .bytes = "x",
                      .eventIds = {}});
        traffic.wait(i % 100 == 0 ? 60'000 : 1);
    }
    traffic.settle();
    const DiagramPages pages(traffic.log(), {.time = time});
    double height = 0;
    for (int page = 0; page < pages.count(); ++page)
        height += pages.size(page).height();
    QVERIFY2(height < 450'000, qPrintable(QString::number(height)));
    QVERIFY(pages.count() < 600);
}

void TestPictures::anEmptyLogIsAPicture_data()
{
    QTest::addColumn<QString>("suffix");
    for (const ExportFormat &format : allExportFormats()) {
        if (format.isDrawn)
            QTest::newRow(format.suffix) << QString::fromLatin1(format.suffix);
    }
}

void TestPictures::anEmptyLogIsAPicture()
{
    QFETCH(QString, suffix);
    const Traffic nothing;
    QVERIFY(contentsOf(exported(nothing.log(), QStringLiteral("empty") + suffix)).size() > 300);
}

void TestPictures::controlCharactersDoNoHarm()
{
    Traffic traffic;
    traffic.open(QStringLiteral("a\x01<b>&\"\n\uffff"));
    QVERIFY(
        textsIn(exported(traffic.log(), QStringLiteral("a.svg"))).contains(QStringLiteral("a\u2401<b>&")));
}

void TestPictures::rsvgDrawsIt()
{
    if (QStandardPaths::findExecutable(QStringLiteral("rsvg-convert")).isEmpty())
        QSKIP("rsvg-convert is not installed");
    const Sample sample = sampleTraffic();
    const QString svg = exported(sample.traffic->log(), QStringLiteral("a.svg"));
    const QString png = m_folder.filePath(QStringLiteral("drawn.png"));
    output(QStringLiteral("rsvg-convert"), {svg, QStringLiteral("-o"), png});
    const QImage drawn(png);
    const QImage ours(exported(sample.traffic->log(), QStringLiteral("a.png")));
    QVERIFY(!drawn.isNull() && !isBlank(drawn));
    QVERIFY(!ours.isNull() && !isBlank(ours));
    QCOMPARE(drawn.width(), ours.width());
    QVERIFY(ours.width() >= 1000);
}

void TestPictures::popplerReadsItsText()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("pdftotext is not installed");
    Traffic traffic;
    poll(traffic, QStringLiteral("клиент"), 30);
    const QString pdf = exported(traffic.log(), QStringLiteral("a.pdf"));
    const QString about = QString::fromUtf8(output(QStringLiteral("pdfinfo"), {pdf}));
    QVERIFY2(about.contains(QStringLiteral("(A4)")), qPrintable(about));
    static const QRegularExpression pageCount(QStringLiteral("Pages:\\s+(\\d+)"));
    const int pages = pageCount.match(about).captured(1).toInt();
    QVERIFY(pages >= 3);
    const QString text = QString::fromUtf8(output(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}));
    QCOMPARE(text.count(QStringLiteral("клиент")), pages);
    // Arrows at the edge of a page are on both.
    QList<quint32> numbers = numbersIn(text);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    QCOMPARE(numbers.size(), qsizetype(traffic.log().journal().size()));
}

void TestPictures::manyLanesFitOnThePaper()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("pdftotext is not installed");
    Traffic traffic;
    for (int i = 0; i < 60; ++i)
        traffic.open(QStringLiteral("client-%1").arg(i));
    const QString pdf = exported(traffic.log(), QStringLiteral("a.pdf"));
    const QString text = QString::fromUtf8(output(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}));
    for (int i = 0; i < 60; ++i)
        QVERIFY(text.contains(QStringLiteral("client-%1\n").arg(i)));
}

void TestPictures::noPictureIsTooWideForItsReaders()
{
    Traffic traffic;
    for (int i = 0; i < 1500; ++i)
        traffic.open(QStringLiteral("client-%1").arg(i));
    const qint64 lastNs = traffic.log().journal().lastNs();
    const ExportChoice choice {.stretch = ExportStretch {lastNs - 100'000'000, lastNs, 1000}};
    const int width = QImageReader(exported(traffic.log(), QStringLiteral("a.png"), choice)).size().width();
    QVERIFY(width > 20'000 && width < 32'767);
    if (QStandardPaths::findExecutable(QStringLiteral("rsvg-convert")).isEmpty())
        QSKIP("rsvg-convert is not installed");
    const QString drawn = m_folder.filePath(QStringLiteral("drawn.png"));
    output(QStringLiteral("rsvg-convert"),
           {exported(traffic.log(), QStringLiteral("a.svg"), choice), QStringLiteral("-o"), drawn});
    QVERIFY(QImageReader(drawn).size().width() > 20'000);
}

void TestPictures::aLongPictureGoesOnInFurtherFiles_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("svg") << QStringLiteral(".svg");
    QTest::newRow("png") << QStringLiteral(".png");
}

void TestPictures::aLongPictureGoesOnInFurtherFiles()
{
    QFETCH(QString, suffix);
    Traffic traffic;
    poll(traffic, QStringLiteral("client"), 100);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a") + suffix);
    QVERIFY(exportLog(traffic.log(), path, {}, allExportFormats()));
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 2);
    QVERIFY(files.contains(QStringLiteral("a-2") + suffix));
    for (const QString &file : files) {
        const QImage picture = pictureIn(folder.filePath(file));
        QVERIFY2(!picture.isNull() && !isBlank(picture), qPrintable(file));
    }
}

void TestPictures::filesWithoutNumberAreRefused_data()
{
    aLongPictureGoesOnInFurtherFiles_data();
}

void TestPictures::filesWithoutNumberAreRefused()
{
    QFETCH(QString, suffix);
    Traffic traffic;
    poll(traffic, QStringLiteral("client"), 100);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a") + suffix);
    const ExportChoice choice {
        .stretch
        = ExportStretch {.fromNs = 0, .toNs = traffic.log().journal().lastNs(), .pixelsPerSecond = 1e7}};
    const Result<void> written = exportLog(traffic.log(), path, choice, allExportFormats());
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(QStringLiteral("PDF")), qPrintable(written.error().message));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestPictures::drawnInAnotherThread()
{
    const Sample sample = sampleTraffic();
    for (const ExportFormat &format : allExportFormats()) {
        if (!format.isDrawn)
            continue;
        const QString path = m_folder.filePath(QStringLiteral("thread") + QLatin1StringView(format.suffix));
        Result<void> written = Error {};
        const std::unique_ptr<QThread> thread(QThread::create(
            [&] { written = exportLog(sample.traffic->log(), path, {}, allExportFormats()); }));
        thread->start();
        QVERIFY(thread->wait(60'000));
        QVERIFY(written.has_value());
        QVERIFY(contentsOf(path).size() > 10'000);
    }
}

void TestPictures::theReportStandsAlone()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("<script>alert(1)</script>"), 5);
    const QString path = exported(traffic.log(), QStringLiteral("a.html"));
    const QString html = QString::fromUtf8(contentsOf(path));
    QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>")));
    QVERIFY(!html.contains(QStringLiteral("<script")));
    QVERIFY(html.contains(QStringLiteral("&lt;script&gt;alert(1)")));
    static const QRegularExpression outside(QStringLiteral("\\b(src|href|url)\\s*[=(]"));
    QVERIFY(!html.contains(outside));
    QCOMPARE(html.count(QStringLiteral("<svg")), 2); // the diagram and the chart
    QCOMPARE(html.count(QStringLiteral("</svg>")), 2);
}

void TestPictures::theReportTellsOfTheLesson()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("client"), 5);
    const ExportAbout about {.title = QStringLiteral("Ну что, уже?"),
                             .summary = QStringLiteral("It asks & asks."),
                             .chapters
                             = {{1'500'000'000, QStringLiteral("First"), QStringLiteral("It **asks**.")}}};
    const QString html
        = QString::fromUtf8(contentsOf(exported(traffic.log(), QStringLiteral("a.html"), {.about = about})));
    QVERIFY(html.contains(QStringLiteral("<title>Ну что, уже?</title>")));
    QVERIFY(html.contains(QStringLiteral("<p>It asks &amp; asks.</p>")));
    QVERIFY(html.contains(QStringLiteral("<h3>1.5 s: First</h3>")));
    QVERIFY(!html.contains(QStringLiteral("**asks**")));
    QVERIFY(html.contains(QRegularExpression(QStringLiteral("font-weight:\\d+;\">asks</span>"))));
    // A mark where the chapter began.
    QVERIFY(textsIn(exported(traffic.log(), QStringLiteral("a.svg"), {.about = about})).contains(u"First\n"));
}

void TestPictures::theReportHasWhatIsChosen()
{
    Traffic traffic;
    poll(traffic, QStringLiteral("alpha"), 10);
    poll(traffic, QStringLiteral("omega"), 10);
    const QString html = QString::fromUtf8(contentsOf(
        exported(traffic.log(), QStringLiteral("a.html"), {.records = RecordSelection({25, 26, 30})})));
    QCOMPARE(html.count(QStringLiteral("<tr><td class=\"n\">")), 3);
    QVERIFY(html.contains(QStringLiteral("<tr><td class=\"n\">25</td>")));
    QVERIFY(!html.contains(QStringLiteral("alpha")));
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
