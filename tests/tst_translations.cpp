// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

// Both languages are complete: every text of the sources stands in the .ts files, translated, with the same
// placeholders.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreUpToDate();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
};

namespace {

struct Text
{
    QString context;
    QString source;
    QStringList translations;
    bool unfinished = false;
    bool plural = false;
};

QList<Text> readTexts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            texts.emplaceBack();
            texts.last().context = context;
            texts.last().plural = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
        } else if (xml.name() == u"source") {
            texts.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            texts.last().unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!texts.last().plural)
                texts.last().translations << xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            texts.last().translations << xml.readElementText();
        }
    }
    return texts;
}

QSet<QString> placeholders(const QString &text)
{
    QSet<QString> found;
    for (int number = 1; number <= 9; ++number) {
        const QString placeholder = u'%' + QString::number(number);
        if (text.contains(placeholder))
            found << placeholder;
    }
    return found;
}

} // namespace

void TestTranslations::filesAreUpToDate()
{
    QProcess update;
    update.start(QStringLiteral(WIRETALE_SOURCE_DIR "/translations/update.sh"), {QStringLiteral("--check")});
    QVERIFY(update.waitForFinished(60000));
    QVERIFY2(update.exitCode() == 0, "run translations/update.sh and translate what is new");
}

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("pluralForms");
    QTest::newRow("English") << QStringLiteral(WIRETALE_SOURCE_DIR "/translations/wiretale_en.ts") << 2;
    QTest::newRow("Russian") << QStringLiteral(WIRETALE_SOURCE_DIR "/translations/wiretale_ru.ts") << 3;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, path);
    QFETCH(int, pluralForms);
    const QList<Text> texts = readTexts(path);
    QVERIFY(QFile::exists(path));
    for (const Text &text : texts) {
        const QByteArray where = (text.context + QStringLiteral(": ") + text.source).toUtf8();
        QVERIFY2(!text.unfinished, where.constData());
        QCOMPARE(text.translations.size(), text.plural ? pluralForms : 1);
        for (const QString &translation : text.translations) {
            QVERIFY2(!translation.isEmpty(), where.constData());
            QVERIFY2(placeholders(translation) == placeholders(text.source), where.constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
