// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/clientspanel.h"
#include "app/window/durationbox.h"
#include "app/window/linkchooser.h"
#include "app/window/linkpanel.h"
#include "app/window/rateslider.h"
#include "app/window/timingpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

// What is typed and clicked changes the settings, and the settings show in what can be typed and clicked.
class TestPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void typingATime_data();
    void typingATime();
    void showingATimeIsNoEdit();
    void everyTimingFieldGoesBothWays();
    void clientsAreSwitchedByTheirBoxes();
    void clientsShowTheirStates();
    void linkFieldsGoBothWays();
    void theSliderSetsTheRate();
    void theSliderLeavesARateOfItsOwnAlone();
};

void TestPanels::typingATime_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("ns");
    QTest::newRow("whole milliseconds") << QStringLiteral("250") << qint64(250'000'000);
    QTest::newRow("half a millisecond") << QStringLiteral("0.5") << qint64(500'000);
}

void TestPanels::typingATime()
{
    QFETCH(QString, typed);
    DurationBox box(0ms, 2000ms);
    const QSignalSpy edited(&box, &DurationBox::edited);
    box.selectAll();
    QTest::keyClicks(&box, typed);
    QCOMPARE(edited.count(), 0); // not while typing
    QTest::keyClick(&box, Qt::Key_Return);
    QTEST(qint64(box.duration().count()), "ns");
    QCOMPARE(edited.count(), 1);
}

void TestPanels::showingATimeIsNoEdit()
{
    DurationBox box(0ms, 2000ms);
    const QSignalSpy edited(&box, &DurationBox::edited);
    box.showDuration(700ms);
    QCOMPARE(box.duration(), std::chrono::nanoseconds {700ms});
    QCOMPARE(edited.count(), 0);
}

void TestPanels::everyTimingFieldGoesBothWays()
{
    LiveSettings settings {Settings()};
    const TimingPanel panel(settings);
    Settings wanted;
    wanted.pollInterval = 111ms;
    wanted.longPollTimeout = 222ms;
    wanted.heartbeat = 333ms;
    wanted.retry = 444ms;
    wanted.talkBack = 555ms;
    wanted.emptyAnswer = EmptyAnswerKind::EmptyArray;
    wanted.longPollPortions = true;
    settings.replace(wanted);
    QList<qint64> shown;
    const QList<DurationBox *> boxes = panel.findChildren<DurationBox *>();
    for (const DurationBox *box : boxes)
        shown << box->duration() / 1ms;
    std::ranges::sort(shown);
    QCOMPARE(shown, (QList<qint64> {111, 222, 333, 444, 555}));
    QCOMPARE(panel.findChild<QComboBox *>()->currentIndex(), int(EmptyAnswerKind::EmptyArray));
    QVERIFY(panel.findChild<QCheckBox *>()->isChecked());

    // Each field edits one value, and no two the same.
    for (DurationBox *box : boxes)
        box->setValue(box->value() + 1000);
    wanted.pollInterval += 1s;
    wanted.longPollTimeout += 1s;
    wanted.heartbeat += 1s;
    wanted.retry += 1s;
    wanted.talkBack += 1s;
    panel.findChild<QCheckBox *>()->click();
    wanted.longPollPortions = false;
    QVERIFY(settings.current() == wanted);
}

void TestPanels::clientsAreSwitchedByTheirBoxes()
{
    LiveSettings settings {Settings()};
    const ClientsPanel panel(settings);
    const QList<QCheckBox *> boxes = panel.findChildren<QCheckBox *>();
    QCOMPARE(boxes.size(), TechniqueCount);
    const auto before = settings.current().clients;
    for (QCheckBox *box : boxes)
        box->click();
    for (size_t technique = 0; technique < before.size(); ++technique)
        QCOMPARE(settings.current().clients[technique], !before[technique]);
    settings.replace(Settings());
    int checked = 0;
    for (const QCheckBox *box : boxes)
        checked += box->isChecked();
    QCOMPARE(checked, int(std::ranges::count(Settings().clients, true)));
}

void TestPanels::clientsShowTheirStates()
{
    LiveSettings settings {Settings()};
    ClientsPanel panel(settings);
    const auto shows = [&panel](const QString &text) {
        const QList<QLabel *> labels = panel.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
    };
    panel.showStates(
        {{QStringLiteral("long-polling"), Technique::LongPolling, QStringLiteral("waiting"), 42, {}}});
    QVERIFY(shows(QStringLiteral("waiting")));
    QVERIFY(shows(QStringLiteral("42")));
    panel.showStates({{QStringLiteral("long-polling"), Technique::LongPolling, QStringLiteral("waiting"), 42,
                       QStringLiteral("The server is gone.")}});
    QVERIFY(shows(QStringLiteral("⚠ waiting")));
    panel.showStates({});
    QVERIFY(!shows(QStringLiteral("42")));
}

void TestPanels::linkFieldsGoBothWays()
{
    LiveSettings settings {Settings()};
    LinkChooser chooser(settings);
    const LinkPanel panel(settings, chooser);
    settings.change([](Settings &changed) {
        changed.link = {.latency = 1500us, .bitsPerSecond = 2'500'000, .jitter = 20ms, .seed = 5};
    });
    QList<double> shown;
    const QList<QDoubleSpinBox *> boxes = panel.findChildren<QDoubleSpinBox *>();
    for (const QDoubleSpinBox *box : boxes)
        shown << box->value();
    QCOMPARE(shown, (QList<double> {1.5, 20, 2.5}));
    for (QDoubleSpinBox *box : boxes)
        box->setValue(box->value() * 2);
    const LinkProfile expected {.latency = 3ms, .bitsPerSecond = 5'000'000, .jitter = 40ms, .seed = 5};
    QVERIFY(settings.current().link == expected);
}

void TestPanels::theSliderSetsTheRate()
{
    LiveSettings settings {Settings()};
    const RateSlider panel(settings);
    auto *slider = panel.findChild<QSlider *>();
    slider->setValue(slider->minimum());
    QCOMPARE(settings.current().rate, 0.02);
    slider->setValue(slider->maximum());
    QCOMPARE(settings.current().rate, 20.0);
    settings.change([](Settings &changed) { changed.rate = 1; });
    QVERIFY(slider->value() > slider->minimum() && slider->value() < slider->maximum());
}

void TestPanels::theSliderLeavesARateOfItsOwnAlone()
{
    LiveSettings settings {Settings()};
    const RateSlider panel(settings);
    settings.change([](Settings &changed) { changed.rate = 0.12345; });
    QCOMPARE(settings.current().rate, 0.12345);
}

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
