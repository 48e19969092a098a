// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/languagechooser.h"
#include "app/window/lessonchooser.h"
#include "app/window/linkchooser.h"
#include "app/window/translation.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestChoosers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLessonCanBeChosen();
    void everyLinkCanBeChosen();
    void aLinkWithAChangedValueIsOwn();
    void ownKeepsTheValuesAndAsksForThem();
    void boxAndMenuShowTheSame();
    void aLanguageIsMarkedWhenChosen();
};

void TestChoosers::everyLessonCanBeChosen()
{
    QMenu menu;
    LessonChooser chooser;
    chooser.fill(&menu);
    QSignalSpy chosen(&chooser, &LessonChooser::chosen);
    const QList<LessonEntry> &all = chooser.lessons();
    QVERIFY(all.size() >= shippedLessons().size());
    QCOMPARE(menu.actions().size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        menu.actions().at(i)->trigger();
        QCOMPARE(chosen.takeLast().constFirst().value<LessonEntry>().lesson.id, all.at(i).lesson.id);
        chooser.setCurrent(all.at(i).lesson.id);
        QVERIFY(menu.actions().at(i)->isChecked());
    }
    chooser.setCurrent({});
    for (const QAction *action : menu.actions())
        QVERIFY(!action->isChecked());
}

void TestChoosers::everyLinkCanBeChosen()
{
    LiveSettings settings {Settings()};
    LinkChooser chooser(settings);
    const QList<NamedLink> links = namedLinks();
    for (qsizetype i = links.size() - 1; i >= 0; --i) {
        chooser.actions().at(i)->trigger();
        QVERIFY(settings.current().link == links.at(i).profile);
        QVERIFY(chooser.actions().at(i)->isChecked());
    }
}

void TestChoosers::aLinkWithAChangedValueIsOwn()
{
    LiveSettings settings {Settings()};
    LinkChooser chooser(settings);
    QVERIFY(!chooser.actions().constLast()->isChecked());
    settings.change([](Settings &changed) { changed.link.jitter += 1ms; });
    QVERIFY(chooser.actions().constLast()->isChecked());
}

void TestChoosers::ownKeepsTheValuesAndAsksForThem()
{
    LiveSettings settings {Settings()};
    LinkChooser chooser(settings);
    const LinkProfile before = settings.current().link;
    const QSignalSpy wanted(&chooser, &LinkChooser::ownWanted);
    chooser.actions().constLast()->trigger();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(settings.current().link == before);
    // It has the values of a named link still, so that is what is shown.
    QVERIFY(chooser.actions().constFirst()->isChecked());
}

void TestChoosers::boxAndMenuShowTheSame()
{
    LiveSettings settings {Settings()};
    LinkChooser chooser(settings);
    QWidget parent;
    const QComboBox *box = chooser.makeBox(&parent);
    chooser.actions().at(2)->trigger();
    QCOMPARE(box->currentIndex(), 2);
    settings.change([](Settings &changed) { changed.link.bitsPerSecond = 12345; });
    QCOMPARE(box->currentIndex(), box->count() - 1);
}

void TestChoosers::aLanguageIsMarkedWhenChosen()
{
    Translation translation;
    LanguageChooser chooser(translation);
    for (QAction *action : chooser.actions()) {
        action->trigger();
        chooser.retranslate();
        QVERIFY(action->isChecked());
        QCOMPARE(translation.language(), action->data().toString());
    }
}

QTEST_MAIN(TestChoosers)
#include "tst_choosers.moc"
