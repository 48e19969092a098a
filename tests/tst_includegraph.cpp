// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

// Proves the dependency rule of CONTRIBUTING.md over the includes themselves: a folder may include from
// itself and from the folders listed for it, transitively closed by hand.
class TestIncludeGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFolderHasARule();
    void includesKeepTheRule_data();
    void includesKeepTheRule();
    void qtModulesKeepTheRule();
    void sourcesNameTheirLicence();

private:
    static const std::map<QString, QStringList> &rule();
    static QStringList sourcesOf(const QString &folder);
    static QStringList includesOf(const QString &path, const QString &pattern);
    static QString folderOf(const QString &include);
    static QString root() { return QStringLiteral(WIRETALE_SOURCE_DIR); }
};

const std::map<QString, QStringList> &TestIncludeGraph::rule()
{
    static const std::map<QString, QStringList> Rule = [] {
        const QString common = QStringLiteral("common");
        const QString server = QStringLiteral("server");
        const QString client = QStringLiteral("client");
        const QString wire = QStringLiteral("app/wire");
        const QString journal = QStringLiteral("app/journal");
        const QString lesson = QStringLiteral("app/lesson");
        const QString exporters = QStringLiteral("app/exporters");
        const QString diagram = QStringLiteral("app/diagram");
        const QString chart = QStringLiteral("app/chart");
        const QString pictures = QStringLiteral("app/pictures");
        const QString window = QStringLiteral("app/window");
        const QString cli = QStringLiteral("app/cli");
        return std::map<QString, QStringList> {
            {common, {}},
            {server, {common}},
            {client, {common}},
            {wire, {common, client}},
            {journal, {common, wire}},
            {lesson, {common, server, client, wire, journal}},
            {exporters, {common, wire, journal}},
            {diagram, {common, wire, journal, chart}},
            {chart, {common, wire, journal, diagram}},
            {pictures, {common, wire, journal, exporters, diagram, chart}},
            {cli, {common, wire, journal, lesson, exporters}},
            {window,
             {common, server, client, wire, journal, lesson, exporters, diagram, chart, pictures, cli}},
            {QStringLiteral("app"), {common, lesson, exporters, pictures, window, cli}},
        };
    }();
    return Rule;
}

QStringList TestIncludeGraph::sourcesOf(const QString &folder)
{
    QStringList paths;
    QDirIterator entries(root() + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                         QDir::Files);
    while (entries.hasNext())
        paths << entries.next();
    return paths;
}

QStringList TestIncludeGraph::includesOf(const QString &path, const QString &pattern)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList includes;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QRegularExpressionMatchIterator matches = expression.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        includes << matches.next().captured(1);
    return includes;
}

QString TestIncludeGraph::folderOf(const QString &include)
{
    return include.section(u'/', 0, -2);
}

void TestIncludeGraph::everyFolderHasARule()
{
    QDirIterator entries(root(), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString relative = QDir(root()).relativeFilePath(entries.next());
        const QString first = relative.section(u'/', 0, 0);
        if (first != u"common" && first != u"server" && first != u"client" && first != u"app")
            continue;
        const QString folder = folderOf(relative);
        QVERIFY2(rule().contains(folder), qPrintable(folder + QStringLiteral(" has no rule")));
    }
}

void TestIncludeGraph::includesKeepTheRule_data()
{
    QTest::addColumn<QString>("folder");
    for (const auto &[folder, allowed] : rule())
        QTest::addRow("%s", qPrintable(folder)) << folder;
}

void TestIncludeGraph::includesKeepTheRule()
{
    QFETCH(QString, folder);
    const QStringList &allowed = rule().at(folder);
    const QStringList sources = sourcesOf(folder);
    QVERIFY2(!sources.isEmpty(), "the rule names a folder without sources");
    for (const QString &source : sources) {
        for (const QString &include : includesOf(source, QStringLiteral("^\\s*#include \"([^\"]+)\""))) {
            // What moc makes lies beside its source.
            if (include.endsWith(QStringLiteral(".moc")))
                continue;
            const QString target = folderOf(include);
            QVERIFY2(!target.isEmpty(),
                     qPrintable(source + QStringLiteral(" includes without a folder: ") + include));
            QVERIFY2(target == folder || allowed.contains(target),
                     qPrintable(source + QStringLiteral(" may not include ") + include));
        }
    }
}

void TestIncludeGraph::qtModulesKeepTheRule()
{
    // Below the views nothing may know of widgets, and common knows of QtCore alone.
    static const QStringList Windowless {QStringLiteral("common"),      QStringLiteral("server"),
                                         QStringLiteral("client"),      QStringLiteral("app/wire"),
                                         QStringLiteral("app/journal"), QStringLiteral("app/lesson"),
                                         QStringLiteral("app/cli")};
    static const QRegularExpression Graphical(QStringLiteral(
        "^Q(Widget|Painter|Application|GuiApplication|MainWindow|Action|Chart|Pixmap|Image|Color|Font)"));
    static const QRegularExpression Network(
        QStringLiteral("^Q(Tcp|Network|WebSocket|HttpServer|HostAddress|AbstractSocket)"));
    for (const QString &folder : Windowless) {
        for (const QString &source : sourcesOf(folder)) {
            for (const QString &include : includesOf(source, QStringLiteral("^\\s*#include <(Q[^>]+)>"))) {
                QVERIFY2(!Graphical.match(include).hasMatch(),
                         qPrintable(source + QStringLiteral(" may not include ") + include));
                QVERIFY2(folder != u"common" || !Network.match(include).hasMatch(),
                         qPrintable(source + QStringLiteral(" may not include ") + include));
            }
        }
    }
}

void TestIncludeGraph::sourcesNameTheirLicence()
{
    int seen = 0;
    for (const char *top : {"common", "server", "client", "app", "tests"}) {
        QDirIterator entries(root() + u'/' + QLatin1String(top),
                             {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            if (file.fileName().contains(QStringLiteral("/node_modules/")))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray head = file.read(200);
            QVERIFY2(head.contains("SPDX-License-Identifier: GPL-3.0-or-later"), qPrintable(file.fileName()));
            ++seen;
        }
    }
    QVERIFY(seen > 20);
}

QTEST_GUILESS_MAIN(TestIncludeGraph)
#include "tst_includegraph.moc"
