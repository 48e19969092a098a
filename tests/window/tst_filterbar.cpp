// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/window/filterbar.h"
#include "app/window/filterbarline.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace wiretale;

namespace {

/// Another language: every text with a mark in front.
class MarkingTranslator : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'~' + QString::fromUtf8(source);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// Leftmost and rightmost pixel of the colour that underlines; empty when there is none.
QPair<int, int> underlined(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    QPair<int, int> found {-1, -1};
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            const QColor color = image.pixelColor(x, y);
            if (color.red() < color.green() + 80 || color.red() < color.blue() + 80)
                continue;
            found.first = found.first < 0 ? x : found.first;
            found.second = x;
        }
    }
    return found;
}

} // namespace

class TestFilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bar.reset(); }
    void returnAppliesAtOnce();
    void aPauseApplies();
    void whatIsWrongIsToldAndTheLastFilterStays();
    void theWrongSpotIsUnderlined();
    void sayingTheSameIsNoChange();
    void escapeEmptiesTheLine();
    void offersWords();
    void tabTakesTheFirst();
    void offersClients();
    void escapeClosesTheOfferFirst();
    void returnWithoutAChoiceApplies();
    void keepsFilters();
    void keepsNothingThatIsWrong();
    void oddStoresAreTaken();
    void speaksTheLanguageOfTheMoment();

private:
    [[nodiscard]] FilterBarLine *line() const { return m_bar->findChild<FilterBarLine *>(); }
    [[nodiscard]] QLabel *wrong() const { return m_bar->findChild<QLabel *>(); }
    [[nodiscard]] QAbstractItemView *popup() const { return line()->findChild<QCompleter *>()->popup(); }
    [[nodiscard]] QStringList menuTexts() const
    {
        auto *menu = m_bar->findChild<QMenu *>();
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                texts << (action->isEnabled() ? action->text() : u'-' + action->text());
        }
        return texts;
    }
    void type(const QString &text) const { QTest::keyClicks(line(), text); }

    std::unique_ptr<FilterBar> m_bar;
};

void TestFilterBar::init()
{
    m_bar = std::make_unique<FilterBar>();
    m_bar->resize(500, 60);
    m_bar->show();
    m_bar->activateWindow();
    line()->setFocus();
    QTRY_VERIFY(line()->hasFocus());
}

void TestFilterBar::returnAppliesAtOnce()
{
    const QSignalSpy spy(m_bar.get(), &FilterBar::filterChanged);
    type(QStringLiteral("kind:request"));
    QCOMPARE(spy.size(), 0);
    QVERIFY(line()->offered().isEmpty()); // it is all there
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().value<Filter>().toString(), QStringLiteral("kind:request"));
    QCOMPARE(m_bar->filter().toString(), QStringLiteral("kind:request"));
}

void TestFilterBar::aPauseApplies()
{
    const QSignalSpy spy(m_bar.get(), &FilterBar::filterChanged);
    type(QStringLiteral("empty"));
    QTRY_COMPARE(spy.size(), 1);
}

void TestFilterBar::whatIsWrongIsToldAndTheLastFilterStays()
{
    m_bar->setLine(QStringLiteral("bytes>5"));
    const QSignalSpy spy(m_bar.get(), &FilterBar::filterChanged);
    QVERIFY(wrong()->isHidden());
    m_bar->setLine(QStringLiteral("heeld>2s"));
    QCOMPARE(wrong()->text(), QStringLiteral("`heeld` is not known; did you mean `held`?"));
    QVERIFY(wrong()->isVisible());
    QCOMPARE(m_bar->filter().toString(), QStringLiteral("bytes>5"));
    QCOMPARE(spy.size(), 0);
    m_bar->setLine(QStringLiteral("held>2s"));
    QVERIFY(wrong()->isHidden());
    QVERIFY(!m_bar->error());
    QCOMPARE(spy.size(), 1);
}

void TestFilterBar::theWrongSpotIsUnderlined()
{
    m_bar->setLine(QStringLiteral("kind:frame masked"));
    QCOMPARE(underlined(*line()).first, -1);
    m_bar->setLine(QStringLiteral("kind:frme masked"));
    const auto first = underlined(*line());
    QVERIFY(first.first > 0);
    const int word = line()->fontMetrics().horizontalAdvance(QStringLiteral("frme"));
    QVERIFY(qAbs(first.second - first.first - word) < word / 2);
    // Wherever the cursor is.
    line()->setCursorPosition(2);
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(underlined(*line()), first);
    m_bar->setLine(QStringLiteral("masked kind:frme"));
    QVERIFY(underlined(*line()).first > first.first);
    m_bar->setLine(QStringLiteral("masked"));
    QCOMPARE(underlined(*line()).first, -1);
}

void TestFilterBar::sayingTheSameIsNoChange()
{
    m_bar->setLine(QStringLiteral("empty kind:response"));
    const QSignalSpy spy(m_bar.get(), &FilterBar::filterChanged);
    m_bar->setLine(QStringLiteral("EMPTY  and kind:RESPONSE"));
    QCOMPARE(spy.size(), 0);
}

void TestFilterBar::escapeEmptiesTheLine()
{
    m_bar->setLine(QStringLiteral("empty"));
    const QSignalSpy spy(m_bar.get(), &FilterBar::filterChanged);
    QTest::keyClick(line(), Qt::Key_Escape);
    QCOMPARE(m_bar->line(), QString());
    QCOMPARE(spy.size(), 1);
    QVERIFY(m_bar->filter().isEmpty());
}

void TestFilterBar::offersWords()
{
    type(QStringLiteral("te"));
    QTRY_COMPARE(line()->offered(), (QStringList {QStringLiteral("technique:"), QStringLiteral("text:")}));
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(m_bar->line(), QStringLiteral("text:"));
    line()->clear();
    type(QStringLiteral("te"));
    QTRY_VERIFY(!line()->offered().isEmpty());
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(m_bar->line(), QStringLiteral("technique:"));
    // What a field may be compared with is offered at once.
    QTRY_COMPARE(line()->offered().size(), 5);
    QTest::keyClick(popup(), Qt::Key_L);
    QCOMPARE(m_bar->line(), QStringLiteral("technique:l"));
    QCOMPARE(line()->offered().first(), QStringLiteral("long-polling"));
}

void TestFilterBar::tabTakesTheFirst()
{
    type(QStringLiteral("not em"));
    QTRY_VERIFY(!line()->offered().isEmpty());
    QTest::keyClick(popup(), Qt::Key_Tab);
    QCOMPARE(m_bar->line(), QStringLiteral("not empty"));
    QVERIFY(line()->offered().isEmpty());
    QVERIFY(line()->hasFocus());
}

void TestFilterBar::offersClients()
{
    const auto log = TrafficLog::create(0);
    QVERIFY(log);
    (*log)->announceClient(QStringLiteral("Chrome 1"), Technique::Http);
    m_bar->setLog(*log);
    type(QStringLiteral("client:"));
    QTRY_COMPARE(line()->offered(), QStringList {QStringLiteral("\"Chrome 1\"")});
    QTest::keyClick(popup(), Qt::Key_Tab);
    QCOMPARE(m_bar->line(), QStringLiteral("client:\"Chrome 1\""));
}

void TestFilterBar::escapeClosesTheOfferFirst()
{
    type(QStringLiteral("te"));
    QTRY_VERIFY(!line()->offered().isEmpty());
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(line()->offered().isEmpty());
    QCOMPARE(m_bar->line(), QStringLiteral("te"));
    QTest::keyClick(line(), Qt::Key_Escape);
    QCOMPARE(m_bar->line(), QString());
    QTest::keyClick(line(), Qt::Key_Down);
    QTRY_VERIFY(line()->offered().size() > 20);
}

void TestFilterBar::returnWithoutAChoiceApplies()
{
    const QSignalSpy spy(m_bar.get(), &FilterBar::filterChanged);
    type(QStringLiteral("te"));
    QTRY_VERIFY(!line()->offered().isEmpty());
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(m_bar->filter().toString(), QStringLiteral("te"));
    QCOMPARE(m_bar->line(), QStringLiteral("te"));
    QVERIFY(line()->offered().isEmpty());
}

void TestFilterBar::keepsFilters()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    {
        QSettings store(path, QSettings::IniFormat);
        m_bar->setStore(&store);
        QCOMPARE(
            menuTexts(),
            (QStringList {QStringLiteral("-No Filters Are Kept Yet"), QStringLiteral("-&Keep This Filter"),
                          QStringLiteral("-&Forget This Filter")}));
        m_bar->setLine(QStringLiteral("a & b"));
        QCOMPARE(menuTexts().at(1), QStringLiteral("&Keep This Filter"));
        m_bar->keep();
        m_bar->keep();
        m_bar->setLine(QStringLiteral("held>2s"));
        m_bar->keep();
    }
    QSettings store(path, QSettings::IniFormat);
    m_bar = std::make_unique<FilterBar>();
    m_bar->setStore(&store);
    QCOMPARE(m_bar->kept(), (QStringList {QStringLiteral("a & b"), QStringLiteral("held>2s")}));
    QCOMPARE(menuTexts().constFirst(), QStringLiteral("a && b"));
    m_bar->findChild<QMenu *>()->actions().at(1)->trigger();
    QCOMPARE(m_bar->filter().toString(), QStringLiteral("held>2s"));
    QCOMPARE(menuTexts().constLast(), QStringLiteral("&Forget This Filter"));
    m_bar->forget();
    QCOMPARE(store.value(QStringLiteral("filters/kept")).toStringList(),
             QStringList {QStringLiteral("a & b")});
}

void TestFilterBar::keepsNothingThatIsWrong()
{
    m_bar->setLine(QStringLiteral("heeld>1"));
    m_bar->keep();
    m_bar->setLine(QStringLiteral("  "));
    m_bar->keep();
    QVERIFY(m_bar->kept().isEmpty());
}

void TestFilterBar::oddStoresAreTaken()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    QStringList many;
    for (int i = 0; i < 500; ++i)
        many << QStringLiteral("n:%1").arg(i);
    store.setValue(QStringLiteral("filters/kept"), many);
    m_bar->setStore(&store);
    QCOMPARE(m_bar->kept().size(), 100);
    store.setValue(QStringLiteral("filters/kept"), 12);
    m_bar->setStore(&store);
    QVERIFY(m_bar->kept().size() <= 1);
    m_bar->setStore(nullptr);
    m_bar->setLine(QStringLiteral("empty"));
    m_bar->keep();
    QVERIFY(m_bar->kept().contains(QStringLiteral("empty")));
}

void TestFilterBar::speaksTheLanguageOfTheMoment()
{
    m_bar->setLine(QStringLiteral("heeld>1"));
    MarkingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QTRY_VERIFY(line()->placeholderText().startsWith(u'~'));
    QVERIFY(wrong()->text().startsWith(u'~'));
    QVERIFY(menuTexts().constLast().contains(u'~'));
    QCoreApplication::removeTranslator(&translator);
    QTRY_VERIFY(!wrong()->text().startsWith(u'~'));
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
