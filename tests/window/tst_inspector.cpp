// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/window/anatomydialog.h"
#include "app/window/inspectorbody.h"
#include "app/window/inspectorbytes.h"
#include "app/window/inspectorheaders.h"
#include "app/window/inspectorhexview.h"
#include "app/window/inspectorpanel.h"
#include "app/window/inspectorrules.h"
#include "app/window/inspectortabbar.h"
#include "app/window/inspectortiming.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace wiretale;

class TestInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void aFieldMarksItsBytes();
    void aByteLeadsToItsField();
    void keysMoveFromByteToByte();
    void bitsOfAByteAreTold();
    void aMaskCanBeTakenOff();
    void headersOfAPieceAreThoseOfItsHead();
    void headersOfAFrame();
    void theBodyOfAnEvent();
    void timingLeadsToItsMessages();
    void copies();
    void whatHasNoBytesSaysSo();
    void followsWhatChanges();
    void tellsWhichRulesAreBroken();
    void takesAMessageApart();
    void everyTabIsInSight_data();
    void everyTabIsInSight();
    void whatIsWrongIsSeenEvenWhereATabIsNot();

private:
    RecordNumber add(Record record, const QByteArray &bytes)
    {
        record.wireBytes = quint32(bytes.size());
        record.connection = 1;
        return m_log->departed(record, bytes, {});
    }
    void show(QWidget &tab, RecordNumber number)
    {
        m_panel->setCurrentWidget(&tab);
        m_panel->showMessage(number);
    }
    static QTreeWidgetItem *item(QTreeWidget &tree, const char *title)
    {
        return tree.findItems(QLatin1StringView(title), Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }

    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<InspectorPanel> m_panel;
    RecordNumber m_request = 0;
    RecordNumber m_head = 0;
    RecordNumber m_event = 0;
    RecordNumber m_frame = 0;
};

void TestInspector::init()
{
    m_log = *TrafficLog::create(0);
    add({.kind = MessageKind::Open}, {});
    m_log->arrived(1, 1'000'000);
    m_request = add({.departedNs = 2'000'000, .kind = MessageKind::Request},
                    "GET /a?b=c HTTP/1.1\r\nHost: x:1\r\nAccept: */*\r\nUser-Agent: U\r\n\r\n");
    m_log->arrived(m_request, 4'000'000);
    m_head = add({.departedNs = 9'000'000,
                  .exchange = m_request,
                  .flags = RecordFlag::Streaming,
                  .code = 200,
                  .kind = MessageKind::Response,
                  .direction = Direction::ServerToClient},
                 "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    m_log->arrived(m_head, 10'000'000);
    m_event = add({.departedNs = 12'000'000,
                   .exchange = m_request,
                   .kind = MessageKind::Event,
                   .direction = Direction::ServerToClient,
                   .technique = Technique::EventStream},
                  "9\r\ndata: 1\n\n\r\n");
    m_frame = add({.departedNs = 13'000'000,
                   .flags = RecordFlag::Masked | RecordFlag::Fin,
                   .code = quint16(FrameOpcode::Text),
                   .kind = MessageKind::Frame,
                   .technique = Technique::WebSocket},
                  QByteArray::fromHex("818537fa213d7f9f4d5158"));
    m_panel = std::make_unique<InspectorPanel>();
    m_panel->setLog(m_log);
    m_panel->resize(420, 600);
    m_panel->show();
}

void TestInspector::aFieldMarksItsBytes()
{
    show(m_panel->bytes(), m_request);
    QTreeWidgetItem *query = item(m_panel->bytes().tree(), "query");
    QVERIFY(query != nullptr);
    QCOMPARE(query->text(1), QStringLiteral("b=c"));
    m_panel->bytes().tree().setCurrentItem(query);
    QCOMPARE(m_panel->bytes().hexView().markedBegin(), 7);
    QCOMPARE(m_panel->bytes().hexView().markedLength(), 3);
}

void TestInspector::aByteLeadsToItsField()
{
    show(m_panel->bytes(), m_request);
    InspectorHexView &hex = m_panel->bytes().hexView();
    QTest::mouseClick(hex.viewport(), Qt::LeftButton, {}, hex.placeOf(22).center());
    const QTreeWidgetItem *chosen = m_panel->bytes().tree().currentItem();
    QVERIFY(chosen != nullptr);
    QCOMPARE(chosen->text(0), QStringLiteral("header name"));
    QCOMPARE(chosen->text(1), QStringLiteral("Host"));
    QCOMPARE(hex.markedBegin(), 21);
    QCOMPARE(hex.markedLength(), 4);
}

void TestInspector::keysMoveFromByteToByte()
{
    show(m_panel->bytes(), m_event);
    InspectorHexView &hex = m_panel->bytes().hexView();
    const auto titleAfter = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&hex, key, modifiers);
        return m_panel->bytes().tree().currentItem()->text(0);
    };
    QCOMPARE(titleAfter(Qt::Key_Right), QStringLiteral("line end"));
    QCOMPARE(titleAfter(Qt::Key_Left), QStringLiteral("chunk size"));
    QCOMPARE(titleAfter(Qt::Key_End, Qt::ControlModifier), QStringLiteral("end of the chunk"));
    QCOMPARE(titleAfter(Qt::Key_Home, Qt::ControlModifier), QStringLiteral("chunk size"));
    QTest::keyClick(&hex, Qt::Key_Left); // there is none before
    QCOMPARE(hex.markedBegin(), 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&hex, Qt::Key_Right);
    QCOMPARE(titleAfter(Qt::Key_Right), QStringLiteral("field name"));
}

void TestInspector::bitsOfAByteAreTold()
{
    show(m_panel->bytes(), m_frame);
    QTreeWidgetItem *opcode = item(m_panel->bytes().tree(), "opcode");
    QCOMPARE(opcode->text(1), QStringLiteral("1 (text)"));
    m_panel->bytes().tree().setCurrentItem(opcode);
    const QList<QLabel *> labels = m_panel->bytes().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text().contains(QStringLiteral("1000[0001]")); }));
    QCOMPARE(m_panel->bytes().hexView().markedLength(), 1);
}

void TestInspector::aMaskCanBeTakenOff()
{
    show(m_panel->bytes(), m_request);
    QVERIFY(m_panel->bytes().unmaskedBox().isHidden());
    show(m_panel->bytes(), m_frame);
    QVERIFY(!m_panel->bytes().unmaskedBox().isHidden());
    const auto picture = [this] { return m_panel->bytes().hexView().viewport()->grab().toImage(); };
    const QImage masked = picture();
    m_panel->bytes().unmaskedBox().setChecked(true);
    QVERIFY(picture() != masked);
    m_panel->bytes().unmaskedBox().setChecked(false);
    QCOMPARE(picture(), masked);
    QCOMPARE(item(m_panel->bytes().tree(), "payload")->text(1), QStringLiteral("Hello"));
}

void TestInspector::headersOfAPieceAreThoseOfItsHead()
{
    show(m_panel->headers(), m_event);
    const QTreeWidget &list = m_panel->headers().list();
    QCOMPARE(list.topLevelItemCount(), 3);
    QCOMPARE(list.topLevelItem(0)->text(1), QStringLiteral("HTTP/1.1 200 OK"));
    QCOMPARE(list.topLevelItem(1)->text(0), QStringLiteral("Content-Type"));
    QCOMPARE(list.topLevelItem(1)->text(1), QStringLiteral("text/event-stream"));
    QVERIFY(m_panel->headers().note().text().contains(u'#' + QString::number(m_head)));
    show(m_panel->headers(), m_head);
    QVERIFY(m_panel->headers().note().isHidden());
}

void TestInspector::headersOfAFrame()
{
    show(m_panel->headers(), m_frame);
    const QTreeWidget &list = m_panel->headers().list();
    QCOMPARE(list.topLevelItem(0)->text(0), QStringLiteral("FIN"));
    QCOMPARE(list.topLevelItem(list.topLevelItemCount() - 1)->text(1), QStringLiteral("37 fa 21 3d"));
}

void TestInspector::theBodyOfAnEvent()
{
    show(m_panel->body(), m_event);
    QVERIFY(m_panel->body().text().contains(QStringLiteral("Event \"message\", no id\n1")));
    show(m_panel->body(), m_frame);
    QCOMPARE(m_panel->body().text(), QStringLiteral("Hello"));
    show(m_panel->body(), 0);
    QVERIFY(m_panel->body().text().isEmpty());
}

void TestInspector::timingLeadsToItsMessages()
{
    show(m_panel->timing(), m_event);
    const QString told = m_panel->timing().accessibleDescription();
    QVERIFY2(told.contains(QStringLiteral("The request travels: 2.00 ms")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("The server holds it: 5.00 ms")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("The answer goes on: 4.00 ms so far")), qPrintable(told));
    QSignalSpy wanted(m_panel.get(), &InspectorPanel::messageWanted);
    QTest::mouseClick(&m_panel->timing(), Qt::LeftButton, {}, m_panel->timing().barPlace(1).center());
    QCOMPARE(wanted.takeFirst().constFirst().toUInt(), m_request);
    QTest::keyClick(&m_panel->timing(), Qt::Key_Down);
    QTest::keyClick(&m_panel->timing(), Qt::Key_Return); // held: no message of its own
    QVERIFY(wanted.isEmpty());
    QTest::keyClick(&m_panel->timing(), Qt::Key_Down);
    QTest::keyClick(&m_panel->timing(), Qt::Key_Return);
    QCOMPARE(wanted.takeFirst().constFirst().toUInt(), m_head);
}

void TestInspector::copies()
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    m_panel->showMessage(m_event);
    const QList<QAction *> actions = m_panel->messageActions();
    actions.at(1)->trigger();
    QCOMPARE(clipboard->text(), QStringLiteral("9\r\ndata: 1\n\n\r\n"));
    actions.at(2)->trigger();
    QCOMPARE(clipboard->text(), QStringLiteral("39 0d 0a 64 61 74 61 3a 20 31 0a 0a 0d 0a"));
    actions.at(3)->trigger();
    QVERIFY2(clipboard->text().startsWith(QStringLiteral("curl -i -N --http1.1"))
                 && clipboard->text().contains(QStringLiteral("'http://x:1/a?b=c'")),
             qPrintable(clipboard->text()));
    m_panel->showMessage(m_frame);
    actions.at(1)->trigger();
    QCOMPARE(clipboard->text(), QStringLiteral("Hello"));
    QVERIFY(!actions.at(3)->isEnabled()); // it belongs to no request here
    m_panel->showMessage(0);
    QVERIFY(!actions.at(1)->isEnabled());
}

void TestInspector::whatHasNoBytesSaysSo()
{
    show(m_panel->bytes(), 1);
    const QList<QLabel *> labels = m_panel->bytes().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text() == QStringLiteral("This message has no bytes.");
    }));
    m_panel->showMessage(99);
    QCOMPARE(m_panel->number(), RecordNumber(0));
}

void TestInspector::followsWhatChanges()
{
    show(m_panel->timing(), m_event);
    m_log->arrived(m_event, 15'000'000);
    m_panel->refresh();
    QVERIFY(
        m_panel->timing().accessibleDescription().contains(QStringLiteral("This message travels: 3.00 ms")));
    // As it was before the answer.
    m_panel->setMoment(6'000'000);
    QVERIFY(m_panel->timing().accessibleDescription().contains(
        QStringLiteral("The server holds it: 2.00 ms so far")));
}

void TestInspector::tellsWhichRulesAreBroken()
{
    // Without a Date, and chunked for nobody.
    show(m_panel->rules(), m_head);
    QCOMPARE(m_panel->rules().list().count(), 1);
    QVERIFY(m_panel->rules().list().item(0)->text().startsWith(QStringLiteral("RFC 9110, 6.6.1: ")));
    QCOMPARE(m_panel->rules().verdictText(), QStringLiteral("This message does what it should not."));
    const RecordNumber broken
        = add({.departedNs = 20'000'000, .kind = MessageKind::Request}, "GET /a HTTP/1.1\r\nX: y\r\n\r\n");
    show(m_panel->rules(), broken);
    QCOMPARE(m_panel->rules().verdictText(), QStringLiteral("This message breaks a rule."));
    // Enter leads to the bytes: here the request line, where a Host is missing.
    m_panel->rules().list().setCurrentRow(0);
    QTest::keyClick(&m_panel->rules().list(), Qt::Key_Return);
    QCOMPARE(m_panel->currentWidget(), &m_panel->bytes());
    QCOMPARE(m_panel->bytes().hexView().markedBegin(), 0);
    QCOMPARE(m_panel->bytes().hexView().markedLength(), 17);
    show(m_panel->rules(), m_request);
    QVERIFY(m_panel->rules().list().isHidden());
    show(m_panel->rules(), 1);
    QCOMPARE(m_panel->rules().verdictText(), QStringLiteral("There is nothing here that a rule speaks of."));
}

void TestInspector::takesAMessageApart()
{
    m_panel->showMessage(m_request);
    QAction *takeApart = m_panel->messageActions().constFirst();
    QVERIFY(!takeApart->isEnabled());
    m_panel->showMessage(m_frame);
    QVERIFY(takeApart->isEnabled());
    takeApart->trigger();
    auto *dialog = m_panel->findChild<AnatomyDialog *>();
    QVERIFY(dialog != nullptr);
    // The head, five bytes one by one, the whole.
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(dialog, Qt::Key_PageDown);
    QCOMPARE(dialog->step(), 6);
    QCOMPARE(dialog->values().topLevelItem(0)->text(1), QStringLiteral("Hello"));
    QTest::keyClick(dialog, Qt::Key_PageUp);
    QCOMPARE(dialog->bytes().markedBegin(), 10);
    QCOMPARE(dialog->bytes().markedLength(), 1);
    QTest::keyClick(dialog, Qt::Key_Return); // Next is the default
    QCOMPARE(dialog->step(), 6);
    dialog->close();
}

void TestInspector::everyTabIsInSight_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("first");
    QTest::newRow("beside the diagram on a projector") << 330 << QStringLiteral("About");
    QTest::newRow("on a wide screen") << 375 << QStringLiteral("About");
    QTest::newRow("with a longer word") << 330 << QStringLiteral("Сообщение");
}

void TestInspector::everyTabIsInSight()
{
    QFETCH(const int, width);
    QFETCH(const QString, first);
    m_panel->setTabText(0, first);
    m_panel->resize(width, 600);
    m_panel->showMessage(m_request);
    const auto *tabs = m_panel->findChild<InspectorTabBar *>();
    QCOMPARE(tabs->count(), 6);
    for (int tab = 0; tab < tabs->count(); ++tab)
        QVERIFY2(tabs->isInSight(tab), qPrintable(tabs->tabText(tab)));
    for (int tab = 1; tab < tabs->count(); ++tab)
        QVERIFY(!m_panel->tabToolTip(tab).isEmpty());
}

void TestInspector::whatIsWrongIsSeenEvenWhereATabIsNot()
{
    const RecordNumber broken
        = add({.departedNs = 14'000'000, .kind = MessageKind::Request}, "GET / HTTP/1.1\r\n\r\n");
    m_panel->showMessage(broken);
    QVERIFY(m_panel->tabIcon(0).isNull() && !m_panel->tabIcon(5).isNull());
    m_panel->resize(180, 600);
    QVERIFY(!m_panel->findChild<InspectorTabBar *>()->isInSight(5));
    QVERIFY(!m_panel->tabIcon(0).isNull());
    m_panel->resize(420, 600);
    QVERIFY(m_panel->tabIcon(0).isNull());
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
