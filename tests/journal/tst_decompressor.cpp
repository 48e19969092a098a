// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/decompressor.h"
#include "tests/journal/packed.h"

#include <QTest>

#include <algorithm>

using namespace wiretale;

class TestDecompressor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacks_data();
    void unpacks();
    void doesNotKnowEveryCoding();
    void aBombEndsAtTheLimit_data();
    void aBombEndsAtTheLimit();
    void exactlyTheLimitIsNotTooLong();
    void damageEndsIt();
    void messagesGoOnBehindAFinalBlock();
    void eachFlushIsUnpackedAtOnce();

private:
    static constexpr qsizetype Most = 1'000'000;
};

namespace {

using enum Packer::Format;

const QByteArray Text = QByteArray("{\"price\": 1, \"name\": \"a\"} ").repeated(4000);
const QByteArray Brotli = QByteArray::fromHex("0b05807b227072696365223a317d03");
// Twenty million times "x".
const QByteArray BrotliBomb
    = QByteArray::fromHex("cbffff3ff825f0e2b14020f7fe8fffff7ff04b00c4611180eefd5ffeb3c4e0970088c302005d9218");

QByteArray inPieces(Decompressor &decompressor, const QByteArray &bytes, qsizetype size)
{
    QByteArray plain;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        plain += decompressor.take(bytes.mid(at, size), 1'000'000);
    return plain;
}

} // namespace

void TestDecompressor::unpacks_data()
{
    QTest::addColumn<QByteArray>("codings");
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("plain");
    const QByteArray gzip = Packer::whole(Gzip, Text);
    QTest::newRow("gzip") << QByteArray("gzip") << gzip << Text;
    QTest::newRow("gzip by its old name, in capitals") << QByteArray("X-GZIP") << gzip << Text;
    QTest::newRow("gzip of nothing") << QByteArray("gzip") << Packer::whole(Gzip, {}) << QByteArray();
    QTest::newRow("gzip in two members")
        << QByteArray("gzip") << gzip + Packer::whole(Gzip, "more") << Text + "more";
    QTest::newRow("gzip with filling behind it") << QByteArray("gzip") << gzip + QByteArray(3, '\0') << Text;
    QTest::newRow("deflate") << QByteArray("deflate") << Packer::whole(Zlib, Text) << Text;
    QTest::newRow("deflate without a head") << QByteArray("deflate") << Packer::whole(Deflate, Text) << Text;
    QTest::newRow("br") << QByteArray("br") << Brotli << QByteArray("{\"price\":1}");
    QTest::newRow("one on top of the other")
        << QByteArray("deflate, identity, gzip") << Packer::whole(Gzip, Packer::whole(Zlib, Text)) << Text;
}

void TestDecompressor::unpacks()
{
    QFETCH(const QByteArray, codings);
    QFETCH(const QByteArray, packed);
    QFETCH(const QByteArray, plain);
    for (const qsizetype size : {packed.size(), qsizetype(1), qsizetype(7)}) {
        const auto decompressor = Decompressor::forCodings(codings);
        QVERIFY(decompressor);
        QCOMPARE(inPieces(*decompressor, packed, size), plain);
        QCOMPARE(decompressor->state(), Decompressor::State::Complete);
    }
}

void TestDecompressor::doesNotKnowEveryCoding()
{
    QVERIFY(!Decompressor::forCodings(""));
    QVERIFY(!Decompressor::forCodings("identity"));
    QVERIFY(!Decompressor::forCodings("zstd"));
    QVERIFY(!Decompressor::forCodings("gzip, zstd"));
    QVERIFY(!Decompressor::forCodings("gzip, gzip, gzip, gzip, gzip"));
}

void TestDecompressor::aBombEndsAtTheLimit_data()
{
    QTest::addColumn<QByteArray>("codings");
    QTest::addColumn<QByteArray>("packed");
    const QByteArray bomb(20'000'000, 'x');
    QTest::newRow("gzip") << QByteArray("gzip") << Packer::whole(Gzip, bomb);
    QTest::newRow("br") << QByteArray("br") << BrotliBomb;
    QTest::newRow("gzip in gzip") << QByteArray("gzip, gzip")
                                  << Packer::whole(Gzip, Packer::whole(Gzip, bomb));
}

void TestDecompressor::aBombEndsAtTheLimit()
{
    QFETCH(const QByteArray, codings);
    QFETCH(const QByteArray, packed);
    const auto decompressor = Decompressor::forCodings(codings);
    QCOMPARE(decompressor->take(packed, Most), QByteArray(Most, 'x'));
    QCOMPARE(decompressor->state(), Decompressor::State::TooLong);
    QCOMPARE(decompressor->take(packed, Most), QByteArray());
}

void TestDecompressor::exactlyTheLimitIsNotTooLong()
{
    const auto decompressor = Decompressor::forCodings("gzip");
    QCOMPARE(decompressor->take(Packer::whole(Gzip, Text), Text.size()), Text);
    QCOMPARE(decompressor->state(), Decompressor::State::Complete);
}

void TestDecompressor::damageEndsIt()
{
    QByteArray packed = Packer::whole(Gzip, Text);
    const auto truncated = Decompressor::forCodings("gzip");
    const QByteArray some = truncated->take(packed.first(packed.size() / 2), Most);
    QVERIFY(!some.isEmpty() && Text.startsWith(some));
    QCOMPARE(truncated->state(), Decompressor::State::GoesOn);
    packed[packed.size() - 6] = char(packed.at(packed.size() - 6) ^ 1); // in the checksum
    const auto changed = Decompressor::forCodings("gzip");
    QCOMPARE(changed->take(packed, Most), Text);
    QCOMPARE(changed->state(), Decompressor::State::Damaged);
    QCOMPARE(changed->take(packed, Most), QByteArray());
    const auto none = Decompressor::forCodings("br");
    QCOMPARE(none->take("\xff\xff\xff\xff no brotli at all", Most), QByteArray());
    QCOMPARE(none->state(), Decompressor::State::Damaged);
}

void TestDecompressor::messagesGoOnBehindAFinalBlock()
{
    const auto decompressor = Decompressor::forMessages();
    // RFC 7692, 7.2.3.4 and 7.2.3.2: a final block, then one that refers to what was in it.
    const QByteArray tail("\0\0\xff\xff", 4);
    QCOMPARE(decompressor->take(QByteArray::fromHex("f348cdc9c90700") + '\0' + tail, Most),
             QByteArray("Hello"));
    QCOMPARE(decompressor->take(QByteArray::fromHex("f200110000") + tail, Most), QByteArray("Hello"));
}

void TestDecompressor::eachFlushIsUnpackedAtOnce()
{
    Packer packer(Gzip);
    const auto decompressor = Decompressor::forCodings("gzip");
    for (const QByteArray part : {"data: 1\n\n", "data: 2\n\n", "data: 3\n\n"})
        QCOMPARE(decompressor->take(packer.pack(part, Z_SYNC_FLUSH), Most), part);
}

QTEST_APPLESS_MAIN(TestDecompressor)
#include "tst_decompressor.moc"
