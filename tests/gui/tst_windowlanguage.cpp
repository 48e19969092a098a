// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/windowattest.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>
#include <QTextDocument>

using namespace wiretale;

// The language can be switched while everything runs, and nothing stays behind in the other one.
class TestWindowLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void switchesToRussianAndBack();

private:
    static QStringList visibleTexts(MainWindow &window);
    static QStringList englishAmong(const QStringList &texts);
    static QStringList russianAmong(const QStringList &texts);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWindowLanguage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WindowAtTest::keepSettingsIn(m_folder->path());
}

QStringList TestWindowLanguage::visibleTexts(MainWindow &window)
{
    QStringList texts;
    const auto add = [&texts](const QString &text) {
        QString plain = text;
        if (Qt::mightBeRichText(plain)) {
            QTextDocument document;
            document.setHtml(plain);
            plain = document.toPlainText();
        }
        texts << plain.remove(u'&');
    };
    for (const QMenu *menu : window.findChildren<QMenu *>()) {
        add(menu->title());
        for (const QAction *action : menu->actions())
            add(action->text());
    }
    for (const QLabel *label : window.findChildren<QLabel *>())
        add(label->text());
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
        add(button->text());
    for (const QGroupBox *group : window.findChildren<QGroupBox *>())
        add(group->title());
    for (const QDockWidget *dock : window.findChildren<QDockWidget *>())
        add(dock->windowTitle());
    for (const QComboBox *box : window.findChildren<QComboBox *>()) {
        for (int i = 0; i < box->count(); ++i)
            add(box->itemText(i));
    }
    return texts;
}

// Texts with a Latin word in them and no Russian one, other than what is a name in every language.
QStringList TestWindowLanguage::englishAmong(const QStringList &texts)
{
    static const QRegularExpression russian(QStringLiteral("[а-яё]"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression latin(QStringLiteral("[a-z]{2}"),
                                          QRegularExpression::CaseInsensitiveOption);
    // Names of protocols, status lines, and the clients' own names.
    static const QRegularExpression name(
        QStringLiteral("^(English|WebSocket|204 No Content|304 Not Modified|[a-z]+(-[a-z]+)*-[0-9]+)$"));
    QStringList english;
    for (const QString &text : texts) {
        if (!name.match(text).hasMatch() && !russian.match(text).hasMatch() && latin.match(text).hasMatch())
            english << text;
    }
    return english;
}

QStringList TestWindowLanguage::russianAmong(const QStringList &texts)
{
    return texts.filter(
        QRegularExpression(QStringLiteral("[а-яё]"), QRegularExpression::CaseInsensitiveOption));
}

void TestWindowLanguage::switchesToRussianAndBack()
{
    if (!QFile::exists(QStringLiteral(":/i18n/wiretale_ru.qm")))
        QSKIP("there is no Russian translation yet");
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 10);
    const QStringList before = visibleTexts(test.window());
    QVERIFY(englishAmong(before).size() > 60);

    test.translation().setLanguage(QStringLiteral("ru"));
    // What clients say of themselves comes anew with their next change.
    QStringList left;
    QTRY_VERIFY2((left = englishAmong(visibleTexts(test.window()))).isEmpty(),
                 qPrintable(left.join(QStringLiteral(" | "))));

    for (const QDoubleSpinBox *box : test.window().findChildren<QDoubleSpinBox *>()) {
        QCOMPARE(box->locale().language(), QLocale::Russian);
        if (box->value() > box->minimum())
            QCOMPARE(box->cleanText(), box->textFromValue(box->value()));
    }

    test.translation().setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(russianAmong(visibleTexts(test.window())), russianAmong(before));
}

QTEST_MAIN(TestWindowLanguage)
#include "tst_windowlanguage.moc"
