// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "tests/exporters/traffic.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace wiretale;

/// What PlantUML draws of our sequence diagrams.
class TestPlantUmlExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordIsInThePicture();
    void textsComeThroughWhole();
    void aLongLogIsDrawnOnPages();
    void theServerIsActiveWhileItHolds();

private:
    /// Draws `path` beside it; false when PlantUML finds fault.
    [[nodiscard]] static bool draw(const QString &path);
    [[nodiscard]] static bool canDraw()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("plantuml")).isEmpty();
    }
};

namespace {

/// All texts in an SVG picture, without spaces, since PlantUML places runs of text one by one.
QString textsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QString texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts += xml.readElementText();
    }
    return xml.hasError() ? QString() : texts.remove(u' ').remove(QChar::Nbsp);
}

QString squeezed(QString text)
{
    return text.remove(u' ');
}

QString picturePath(const QString &path, int page)
{
    const QString stem = path.chopped(5);
    return page == 1 ? stem + QStringLiteral(".svg")
                     : stem + QStringLiteral("_%1.svg").arg(page - 1, 3, 10, QLatin1Char('0'));
}

} // namespace

bool TestPlantUmlExporter::draw(const QString &path)
{
    QProcess process;
    process.start(QStringLiteral("plantuml"),
                  {QStringLiteral("-tsvg"), QStringLiteral("-failfast2"), QStringLiteral("-charset"),
                   QStringLiteral("UTF-8"), path});
    if (!process.waitForFinished(100'000) || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().constData());
        return false;
    }
    return true;
}

void TestPlantUmlExporter::everyRecordIsInThePicture()
{
    if (!canDraw())
        QSKIP("plantuml is not installed");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.puml"));
    const Sample sample = sampleTraffic();
    QVERIFY(exportLog(sample.traffic->log(), path));
    QVERIFY(draw(path));
    const QString texts = textsIn(picturePath(path, 1));
    const RecordNumber last = sample.traffic->log().journal().size();
    for (RecordNumber number = 1; number <= last; ++number) {
        const QString summary = sample.traffic->log().summary(number).simplified().left(40);
        const QRegularExpression wanted(QStringLiteral("#%1\\d+\\.\\d{3}s%2")
                                            .arg(number)
                                            .arg(QRegularExpression::escape(squeezed(summary))));
        // Another one each time: clazy:exclude=use-static-qregularexpression
        QVERIFY2(texts.contains(wanted), qPrintable(wanted.pattern()));
    }
    QVERIFY(texts.contains(QStringLiteral("клиент-1")));
    QVERIFY(texts.contains(QStringLiteral("=HYPERLINK(\"x\"),1")));
}

void TestPlantUmlExporter::textsComeThroughWhole()
{
    if (!canDraw())
        QSKIP("plantuml is not installed");
    static constexpr const char *Texts[] = {
        "a; b;",
        "a#frag",
        "%date()",
        "<b>x</b> <img:x>",
        "//a// __b__ **c** --d-- ~~e~~ \"\"f\"\"",
        "a\\nb",
        "A -> B : x",
        "end",
        "' no comment",
        "/' no comment '/",
        "{a} [b] [[c]]",
        "..x..",
        "==x==",
        "!include x",
        "@enduml",
        "* item",
        "# item",
        "|a|b|",
        "Привет, 世界",
        "$x ^y &z",
    };
    Traffic traffic;
    for (const char *text : Texts) {
        const ConnectionNumber connection = traffic.open(QString::fromUtf8(text));
        traffic.send(connection,
                     {.kind = MessageKind::Request,
                      .direction = Direction::ClientToServer,
                      .bytes = "GET " + QByteArray(text).replace(' ', '_') + " HTTP/1.1\r\n\r\n",
                      .code = quint16(HttpMethod::Get),
                      .eventIds = {}});
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.puml"));
    QVERIFY(exportLog(traffic.log(), path));
    QVERIFY(draw(path));
    const QString texts = textsIn(picturePath(path, 1));
    for (const char *text : Texts) {
        QVERIFY2(texts.contains(squeezed(QString::fromUtf8(text))), text);
        QVERIFY2(texts.contains(QStringLiteral("sGET") + QString::fromUtf8(text).replace(u' ', u'_')), text);
    }
}

void TestPlantUmlExporter::aLongLogIsDrawnOnPages()
{
    if (!canDraw())
        QSKIP("plantuml is not installed");
    Traffic traffic;
    const ConnectionNumber connection = traffic.open(QStringLiteral("client"));
    RecordNumber request = 0;
    for (int i = 0; i < 125; ++i) {
        request = traffic.send(connection,
                               {.kind = MessageKind::Request,
                                .direction = Direction::ClientToServer,
                                .bytes = "GET / HTTP/1.1\r\n\r\n",
                                .code = quint16(HttpMethod::Get),
                                .eventIds = {}});
        traffic.wait(20);
        traffic.send(connection,
                     {.kind = MessageKind::Response,
                      .exchange = request,
                      .bytes = "HTTP/1.1 204 No Content\r\n\r\n",
                      .code = 204,
                      .flags = RecordFlag::Final,
                      .eventIds = {}});
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.puml"));
    QVERIFY(exportLog(traffic.log(), path));
    QVERIFY(draw(path));
    QString texts;
    for (int page = 1; page <= 3; ++page) {
        QFile picture(picturePath(path, page));
        QVERIFY2(picture.open(QIODevice::ReadOnly), qPrintable(picture.fileName()));
        static const QRegularExpression height(QStringLiteral("height=\"(\\d+)px\""));
        const int pixels = height.match(QString::fromUtf8(picture.readAll())).captured(1).toInt();
        QVERIFY(pixels > 100 && pixels < 4096);
        texts += textsIn(picture.fileName());
    }
    static const QRegularExpression heading(QStringLiteral("#(\\d+)\\d\\.\\d{3}s"));
    QSet<int> found;
    for (auto matches = heading.globalMatch(texts); matches.hasNext();)
        found.insert(matches.next().captured(1).toInt());
    for (int number = 1; number <= 251; ++number)
        QVERIFY2(found.contains(number), qPrintable(QString::number(number)));
}

void TestPlantUmlExporter::theServerIsActiveWhileItHolds()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.puml"));
    const Sample sample = sampleTraffic();
    QVERIFY(exportLog(sample.traffic->log(), path));
    const QByteArrayList lines = contentsOf(path).split('\n');
    const QByteArray begin = "<U+0023>" + QByteArray::number(sample.longPoll) + ' ';
    const auto request
        = std::ranges::find_if(lines, [&](const QByteArray &line) { return line.contains(begin); });
    QVERIFY(request != lines.end());
    QCOMPARE(*(request + 1), QByteArray("activate S"));
    QVERIFY((request + 2)->endsWith("200 OK, held 2 s"));
    QCOMPARE(*(request + 3), QByteArray("deactivate S"));
}

QTEST_GUILESS_MAIN(TestPlantUmlExporter)
#include "tst_plantumlexporter.moc"
