// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exportfile.h"
#include "app/exporters/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace wiretale;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesText_data();
    void writesText();
    void writesDecimals_data();
    void writesDecimals();
    void nests();

private:
    [[nodiscard]] QByteArray written(const std::function<void(JsonWriter &)> &write) const;

    QTemporaryDir m_folder;
};

QByteArray TestJsonWriter::written(const std::function<void(JsonWriter &)> &write) const
{
    const QString path = m_folder.filePath(QStringLiteral("a.json"));
    ExportFile file(path);
    if (!file.open())
        return "not opened";
    JsonWriter json(file);
    write(json);
    if (!file.commit())
        return "not written";
    QFile reader(path);
    return reader.open(QIODevice::ReadOnly) ? reader.readAll() : "not there";
}

void TestJsonWriter::writesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("plain") << QStringLiteral("plain");
    QTest::newRow("quotation marks and backslashes") << QStringLiteral("\"a\\b\"\\");
    QTest::newRow("several scripts") << QStringLiteral(u"\u0416 \u20AC \U0001F600 \u2028");
    QString control;
    for (char16_t c = 0; c < 0x20; ++c)
        control += QChar(c);
    QTest::newRow("control characters") << control + QChar(0x7f);
    QTest::newRow("longer than a buffer") << QString(200'000, u'"');
}

void TestJsonWriter::writesText()
{
    QFETCH(QString, text);
    const QByteArray bytes = written([&](JsonWriter &json) {
        json.beginArray();
        json.text(text);
        json.endArray();
    });
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    QCOMPARE(document.array().at(0).toString(), text);
    QVERIFY(!bytes.contains('\n'));
}

void TestJsonWriter::writesDecimals_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<int>("places");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64(0) << 6 << QByteArray("0");
    QTest::newRow("whole") << qint64(42'000'000) << 6 << QByteArray("42");
    QTest::newRow("whole with zeros at its end") << qint64(100'000'000) << 6 << QByteArray("100");
    QTest::newRow("fraction") << qint64(1'500'000) << 6 << QByteArray("1.5");
    QTest::newRow("less than one") << qint64(1) << 6 << QByteArray("0.000001");
    QTest::newRow("every digit") << qint64(1'767'323'045'123'456'789) << 9
                                 << QByteArray("1767323045.123456789");
}

void TestJsonWriter::writesDecimals()
{
    QFETCH(qint64, units);
    QFETCH(int, places);
    QFETCH(QByteArray, text);
    QCOMPARE(written([&](JsonWriter &json) { json.decimal(units, places); }), text);
}

void TestJsonWriter::nests()
{
    const QByteArray bytes = written([](JsonWriter &json) {
        json.beginObject();
        json.key("b");
        json.beginArray();
        json.endArray();
        json.member("a", -1);
        json.key("c");
        json.beginArray();
        json.boolean(true);
        json.null();
        json.beginObject();
        json.member("d", "e");
        json.member("f", QStringLiteral("g"));
        json.endObject();
        json.base64("\xff\x01");
        json.endArray();
        json.endObject();
        json.newline();
        json.number(2);
        json.newline();
    });
    QCOMPARE(bytes,
             QByteArray(R"({"b":[],"a":-1,"c":[true,null,{"d":"e","f":"g"},"/wE="]})"
                        "\n2\n"));
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
