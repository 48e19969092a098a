// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/savedialog.h"

#include "app/pictures/pictureformats.h"
#include "app/window/trafficsaver.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace wiretale {

SaveDialog::SaveDialog(SaveOffer offer, QWidget *parent)
    : QFileDialog(parent, tr("Save traffic"))
    , m_offer(std::move(offer))
    , m_part(new QComboBox(this))
    , m_note(new QLabel(this))
{
    // The desktop's own dialog has no room for more than a name.
    setOption(QFileDialog::DontUseNativeDialog);
    setAcceptMode(QFileDialog::AcceptSave);
    setNameFilters(exportNameFilters());
    m_part->addItem(tr("Everything"), int(Part::Everything));
    if (!m_offer.filter.isEmpty())
        m_part->addItem(tr("What the filter chooses"), int(Part::Filtered));
    if (m_offer.selected.size() > 1)
        m_part->addItem(tr("The %n rows chosen in the table", nullptr, int(m_offer.selected.size())),
                        int(Part::Selected));
    if (m_offer.shown)
        m_part->addItem(tr("What the diagram shows now"), int(Part::Shown));
    for (const ExportOptionName &option : exportOptionNames())
        m_options.emplace_back(option.option, new QCheckBox(option.translatedDescription(), this));
    m_note->setText(tr("In a .pcapng, connections stay whole: all messages of a connection are saved "
                       "if one of them is chosen."));
    m_note->setWordWrap(true);
    placeRows();
    connect(m_part, &QComboBox::currentIndexChanged, this, &SaveDialog::followFormat);
    connect(this, &QFileDialog::filterSelected, this, &SaveDialog::followFormat);
    followFormat();
}

SaveDialog::~SaveDialog() = default;

void SaveDialog::placeRows()
{
    auto *const grid = qobject_cast<QGridLayout *>(layout());
    if (grid == nullptr)
        return;
    auto *const label = new QLabel(tr("&How much:"), this);
    label->setBuddy(m_part);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(m_part, row, 1);
    grid->addWidget(m_note, row + 1, 1);
    int below = row + 1;
    for (const auto &[option, box] : m_options)
        grid->addWidget(box, ++below, 1);
}

void SaveDialog::followFormat()
{
    const auto formats = allExportFormats();
    const qsizetype index = nameFilters().indexOf(selectedNameFilter());
    if (index < 0 || size_t(index) >= formats.size())
        return;
    const ExportFormat &format = formats[size_t(index)];
    setDefaultSuffix(QLatin1StringView(format.suffix + 1));
    m_note->setVisible(format.keepsConnections && part() != Part::Everything);
    for (const auto &[option, box] : m_options)
        box->setVisible(format.options.testFlag(option));
}

SaveDialog::Part SaveDialog::part() const
{
    return Part(m_part->currentData().toInt());
}

ExportChoice SaveDialog::choice() const
{
    ExportChoice choice {.time = m_offer.time, .about = m_offer.about};
    for (const auto &[option, box] : m_options)
        choice.options.setFlag(option, box->isChecked());
    if (part() == Part::Selected)
        choice.records = RecordSelection(m_offer.selected);
    if (part() == Part::Shown)
        choice.stretch = m_offer.shown;
    return choice;
}

Filter SaveDialog::filter() const
{
    // The diagram shows what the filter chooses, too.
    return part() == Part::Filtered || part() == Part::Shown ? m_offer.filter : Filter();
}

} // namespace wiretale
