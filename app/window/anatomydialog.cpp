// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/anatomydialog.h"

#include "app/window/inspectorhexview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTreeWidget>

#include <algorithm>

namespace wiretale {

AnatomyDialog::AnatomyDialog(std::vector<Anatomy> anatomies, QWidget *parent)
    : QDialog(parent)
    , m_anatomies(std::move(anatomies))
    , m_choice(new QComboBox(this))
    , m_bytes(new InspectorHexView(this))
    , m_text(new QLabel(this))
    , m_values(new QTreeWidget(this))
    , m_place(new QSlider(Qt::Horizontal, this))
    , m_count(new QLabel(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(tr("&Next"), this))
{
    Q_ASSERT(!m_anatomies.empty());
    setWindowTitle(tr("Anatomy"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMinimumHeight(5 * fontMetrics().height());
    m_values->setColumnCount(2);
    m_values->setHeaderLabels({tr("Name"), tr("Holds")});
    m_values->setRootIsDecorated(false);
    m_values->setWordWrap(true);
    m_values->setAccessibleName(tr("What the buffers hold after this step"));
    m_values->header()->setStretchLastSection(true);
    m_bytes->setAccessibleName(tr("Bytes"));
    m_place->setAccessibleName(tr("Step"));
    m_next->setDefault(true);
    for (const Anatomy &anatomy : m_anatomies)
        m_choice->addItem(anatomy.title);
    m_choice->setAccessibleName(tr("What to take apart"));
    m_choice->setVisible(m_anatomies.size() > 1);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    buttons->addWidget(m_count);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_choice);
    layout->addWidget(m_bytes, 3);
    layout->addWidget(m_text);
    layout->addWidget(m_values, 3);
    layout->addWidget(m_place);
    layout->addLayout(buttons);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &AnatomyDialog::showAnatomy);
    connect(m_place, &QSlider::valueChanged, this, &AnatomyDialog::showStep);
    connect(m_back, &QPushButton::clicked, this, [this] { m_place->setValue(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_place->setValue(step() + 1); });
    m_next->setFocus();
    resize(660, 600);
    showAnatomy(0);
}

int AnatomyDialog::step() const
{
    return m_place->value();
}

void AnatomyDialog::showAnatomy(int index)
{
    m_anatomy = index;
    const Anatomy &anatomy = m_anatomies.at(size_t(index));
    m_bytes->setMessage(anatomy.bytes, {});
    m_place->setRange(0, int(anatomy.steps.size()) - 1);
    m_place->setValue(0);
    showStep(0);
}

void AnatomyDialog::showStep(int index)
{
    const Anatomy &anatomy = m_anatomies.at(size_t(m_anatomy));
    const AnatomyStep &step = anatomy.steps.at(size_t(index));
    m_bytes->setMarked(step.begin, step.length);
    m_text->setText(
        QStringLiteral("<h3>%1</h3><p>%2</p>").arg(step.title.toHtmlEscaped(), step.text.toHtmlEscaped()));
    m_values->clear();
    for (const AnatomyValue &value : step.values)
        new QTreeWidgetItem(m_values, {value.name, value.value});
    m_values->resizeColumnToContents(0);
    //: %1 is the number of a step, %2 how many there are
    m_count->setText(tr("Step %1 of %2").arg(index + 1).arg(anatomy.steps.size()));
    m_back->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < int(anatomy.steps.size()));
}

void AnatomyDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageDown)
        m_place->setValue(step() + 1);
    else if (event->key() == Qt::Key_PageUp)
        m_place->setValue(step() - 1);
    else
        QDialog::keyPressEvent(event);
}

} // namespace wiretale
