// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/pictureformats.h"
#include "app/window/savedialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace wiretale;

class TestSaveDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatThereIs_data();
    void offersWhatThereIs();
    void choosesAsToldTo();
    void showsTheOptionsOfTheFormat_data();
    void showsTheOptionsOfTheFormat();
    void saysWhatMoreACaptureHolds_data();
    void saysWhatMoreACaptureHolds();

private:
    static QComboBox *partOf(const SaveDialog &dialog);
    static SaveOffer fullOffer();
};

namespace {

constexpr auto EveryOption = ExportOptions(ExportOption::Excel) | ExportOption::Sanitised;

/// The options whose boxes can be seen.
ExportOptions shownOptions(const SaveDialog &dialog)
{
    ExportOptions shown;
    const QList<QCheckBox *> boxes = dialog.findChildren<QCheckBox *>();
    for (const QCheckBox *box : boxes) {
        for (const ExportOptionName &option : exportOptionNames()) {
            if (box->text() == option.translatedDescription() && !box->isHidden())
                shown |= option.option;
        }
    }
    return shown;
}

} // namespace

SaveOffer TestSaveDialog::fullOffer()
{
    return {.filter = std::get<Filter>(Filter::parse(u"kind:request")),
            .selected = {3, 5},
            .shown = ExportStretch {1, 2, 100},
            .time = ExportTime::Steps,
            .about = {.title = QStringLiteral("A lesson")}};
}

QComboBox *TestSaveDialog::partOf(const SaveDialog &dialog)
{
    const QList<QComboBox *> boxes = dialog.findChildren<QComboBox *>();
    const auto found
        = std::ranges::find_if(boxes, [](const QComboBox *box) { return box->itemText(0) == u"Everything"; });
    return found == boxes.end() ? nullptr : *found;
}

void TestSaveDialog::offersWhatThereIs_data()
{
    QTest::addColumn<bool>("filtered");
    QTest::addColumn<int>("selected");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing besides all") << false << 0 << false << 1;
    QTest::newRow("a filter") << true << 0 << false << 2;
    QTest::newRow("one row is no selection") << false << 1 << false << 1;
    QTest::newRow("two rows") << false << 2 << false << 2;
    QTest::newRow("all of it") << true << 2 << true << 4;
}

void TestSaveDialog::offersWhatThereIs()
{
    QFETCH(bool, filtered);
    QFETCH(int, selected);
    QFETCH(bool, shown);
    QFETCH(int, count);
    SaveOffer offer = fullOffer();
    if (!filtered)
        offer.filter = {};
    offer.selected.resize(size_t(selected));
    if (!shown)
        offer.shown.reset();
    const SaveDialog dialog(offer, nullptr);
    QVERIFY(partOf(dialog) != nullptr);
    QCOMPARE(partOf(dialog)->count(), count);
}

void TestSaveDialog::choosesAsToldTo()
{
    SaveDialog dialog(fullOffer(), nullptr);
    QComboBox *part = partOf(dialog);
    QVERIFY(dialog.choice().records.isAll() && !dialog.choice().stretch && dialog.filter().isEmpty());
    QCOMPARE(dialog.choice().about.title, QStringLiteral("A lesson"));
    part->setCurrentIndex(1);
    QCOMPARE(dialog.filter(), fullOffer().filter);
    part->setCurrentIndex(2);
    QVERIFY(dialog.filter().isEmpty());
    QVERIFY(dialog.choice().records.contains(3) && !dialog.choice().records.contains(4));
    part->setCurrentIndex(3);
    QVERIFY(dialog.choice().records.isAll());
    QCOMPARE(dialog.choice().stretch->toNs, 2);
    QCOMPARE(dialog.choice().time, ExportTime::Steps);
    // The diagram shows what the filter chooses.
    QCOMPARE(dialog.filter(), fullOffer().filter);
    QCOMPARE(dialog.choice().options, ExportOptions());
    const QList<QCheckBox *> boxes = dialog.findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes)
        box->setChecked(true);
    QCOMPARE(dialog.choice().options, EveryOption);
}

void TestSaveDialog::showsTheOptionsOfTheFormat_data()
{
    QTest::addColumn<int>("format");
    for (size_t i = 0; i < allExportFormats().size(); ++i)
        QTest::newRow(allExportFormats()[i].suffix) << int(i);
}

void TestSaveDialog::showsTheOptionsOfTheFormat()
{
    QFETCH(int, format);
    SaveDialog dialog({}, nullptr);
    dialog.selectNameFilter(dialog.nameFilters().at(format));
    Q_EMIT dialog.filterSelected(dialog.selectedNameFilter());
    QCOMPARE(shownOptions(dialog), allExportFormats()[size_t(format)].options);
    QCOMPARE(u'.' + dialog.defaultSuffix(), QString::fromLatin1(allExportFormats()[size_t(format)].suffix));
}

void TestSaveDialog::saysWhatMoreACaptureHolds_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("part");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("a capture of everything") << QStringLiteral(".pcapng") << 0 << false;
    QTest::newRow("a capture of what the filter chooses") << QStringLiteral(".pcapng") << 1 << true;
    QTest::newRow("a capture of rows") << QStringLiteral(".pcapng") << 2 << true;
    QTest::newRow("a capture of what is shown") << QStringLiteral(".pcapng") << 3 << true;
    QTest::newRow("an archive of rows") << QStringLiteral(".har") << 2 << false;
}

void TestSaveDialog::saysWhatMoreACaptureHolds()
{
    QFETCH(const QString, suffix);
    QFETCH(const int, part);
    QFETCH(const bool, isSaid);
    SaveDialog dialog(fullOffer(), nullptr);
    const auto formats = allExportFormats();
    const auto format = std::ranges::find_if(
        formats, [&suffix](const ExportFormat &each) { return suffix == QLatin1StringView(each.suffix); });
    dialog.selectNameFilter(dialog.nameFilters().at(format - formats.begin()));
    Q_EMIT dialog.filterSelected(dialog.selectedNameFilter());
    partOf(dialog)->setCurrentIndex(part);
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    const bool isShown = std::ranges::any_of(labels, [](const QLabel *label) {
        return !label->isHidden() && label->text().contains(u"connections stay whole");
    });
    QCOMPARE(isShown, isSaid);
}

QTEST_MAIN(TestSaveDialog)
#include "tst_savedialog.moc"
