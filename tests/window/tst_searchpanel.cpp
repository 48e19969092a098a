// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/window/searchpanel.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace wiretale;

class TestSearchPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsText();
    void findsAShape();
    void aSearchCanBeBrokenOff();
    void aNewLogBeginsAnew();

private:
    static constexpr int Polls = 300;

    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<SearchPanel> m_panel;
};

void TestSearchPanel::init()
{
    m_log = *TrafficLog::create(0);
    const QByteArray ask = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray empty = "HTTP/1.1 204 No Content\r\n\r\n";
    const QByteArray full = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nprice";
    for (int i = 0; i < Polls; ++i) {
        const RecordNumber request = m_log->departed(
            {.wireBytes = quint32(ask.size()), .connection = 1, .kind = MessageKind::Request}, ask, {});
        const bool isFull = i % 3 == 2;
        const QByteArray &answer = isFull ? full : empty;
        m_log->departed({.wireBytes = quint32(answer.size()),
                         .connection = 1,
                         .exchange = request,
                         .flags = isFull ? RecordFlag::Final : RecordFlag::Final | RecordFlag::Empty,
                         .kind = MessageKind::Response,
                         .direction = Direction::ServerToClient},
                        answer, {});
    }
    m_panel = std::make_unique<SearchPanel>();
    m_panel->setLog(m_log);
    m_panel->show();
}

void TestSearchPanel::findsText()
{
    m_panel->line().setText(QStringLiteral("PRICE"));
    QTest::keyClick(&m_panel->line(), Qt::Key_Return);
    QTRY_VERIFY(!m_panel->isSearching() && m_panel->found() == Polls / 3);
    QTRY_VERIFY(m_panel->state().contains(QStringLiteral("found 100 place(s)")));
    QSignalSpy wanted(m_panel.get(), &SearchPanel::messageWanted);
    m_panel->list().setCurrentRow(1);
    QCOMPARE(wanted.takeFirst().constFirst().toUInt(), 12U);
}

void TestSearchPanel::findsAShape()
{
    // Ask, empty, ask, empty.
    m_panel->findShapeOf({1, 2, 3, 4});
    QTRY_VERIFY(!m_panel->isSearching() && m_panel->found() == Polls / 3);
    QVERIFY(m_panel->list().item(1)->text().startsWith(QStringLiteral("#7–10")));
    m_panel->findShapeOf({5, 6});
    QTRY_VERIFY(!m_panel->isSearching() && m_panel->found() == Polls / 3);
    QVERIFY(m_panel->list().item(0)->text().startsWith(QStringLiteral("#5–6")));
}

void TestSearchPanel::aSearchCanBeBrokenOff()
{
    m_panel->findText(QStringLiteral("price"));
    m_panel->cancel();
    QTRY_VERIFY(!m_panel->isSearching());
    const int found = m_panel->found();
    QVERIFY(found <= Polls / 3);
    // The next one is not disturbed by it.
    m_panel->findText(QStringLiteral("price"));
    QTRY_VERIFY(!m_panel->isSearching() && m_panel->found() == Polls / 3);
}

void TestSearchPanel::aNewLogBeginsAnew()
{
    m_panel->findText(QStringLiteral("price"));
    m_panel->setLog(*TrafficLog::create(0));
    QTRY_VERIFY(!m_panel->isSearching());
    QCOMPARE(m_panel->found(), 0);
    QCOMPARE(m_panel->list().count(), 0);
}

QTEST_MAIN(TestSearchPanel)
#include "tst_searchpanel.moc"
