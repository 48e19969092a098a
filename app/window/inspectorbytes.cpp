// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/inspectorbytes.h"

#include "app/journal/messagereader.h"
#include "app/journal/trafficlog.h"
#include "app/window/fieldcolor.h"
#include "app/window/inspectorhexview.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wiretale {

namespace {

constexpr int PlaceRole = Qt::UserRole; ///< in m_shown
constexpr qsizetype MostShown = 5'000; ///< fields; more would stall the window
constexpr int SwatchSize = 10;

// The byte with the field's bits in brackets: "1[000]0001".
QString bitsOf(const Field &field, quint8 byte)
{
    QString digits = QStringLiteral("%1").arg(byte, 8, 2, QLatin1Char('0'));
    digits.insert(field.firstBit + field.bits, u']');
    digits.insert(field.firstBit, u'[');
    return digits;
}

QIcon swatch(const QColor &color)
{
    if (!color.isValid())
        return {};
    QPixmap pixmap(SwatchSize, SwatchSize);
    pixmap.fill(color);
    return pixmap;
}

} // namespace

InspectorBytes::InspectorBytes(QWidget *parent)
    : QWidget(parent)
    , m_unmasked(new QCheckBox(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_hex(new InspectorHexView)
    , m_tree(new QTreeWidget)
    , m_about(new QLabel(this))
{
    m_tree->setColumnCount(2);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setIconSize({SwatchSize, SwatchSize});
    m_tree->header()->setStretchLastSection(true);
    m_splitter->addWidget(m_hex);
    m_splitter->addWidget(m_tree);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::RichText);
    m_about->setContentsMargins(6, 2, 6, 4);
    // It must not push the tree about as its words change.
    m_about->setMinimumHeight(3 * fontMetrics().height() + 6);
    m_about->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_unmasked);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_about);
    connect(m_unmasked, &QCheckBox::toggled, this, &InspectorBytes::showBytes);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &InspectorBytes::onFieldChosen);
    connect(m_hex, &InspectorHexView::byteChosen, this, &InspectorBytes::onByteChosen);
    retranslate();
}

void InspectorBytes::showMessage(MessageReader &reader, RecordNumber number)
{
    m_bytes = number == 0 ? QByteArray() : reader.log()->bytes(number);
    m_message = m_bytes.isEmpty() ? MessageFields {} : reader.read(number);
    m_unmasked->setVisible(!m_message.unmasked.isEmpty());
    {
        const QScopedValueRollback guard(m_isOwnChange, true);
        m_tree->clear();
        m_shown.clear();
        fill(m_message.fields, m_tree->invisibleRootItem());
        for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = m_tree->topLevelItem(i);
            const Field *field = fieldOf(item);
            item->setExpanded(field != nullptr && field->kind != FieldKind::Header);
        }
        m_tree->resizeColumnToContents(0);
    }
    showBytes();
    tellAbout(nullptr);
    if (m_bytes.isEmpty() && number != 0)
        m_about->setText(reader.log()->journal().at(number).wireBytes == 0
                             ? tr("This message has no bytes.")
                             : tr("The bytes of this message were not recorded."));
}

void InspectorBytes::mark(qint64 begin, qint64 length)
{
    onByteChosen(begin);
    m_hex->setMarked(begin, length);
}

void InspectorBytes::showBytes()
{
    const bool isUnmasked = m_unmasked->isChecked() && !m_message.unmasked.isEmpty();
    m_hex->setMessage(isUnmasked ? m_message.unmasked : m_bytes, m_message.fields);
    if (const Field *field = fieldOf(m_tree->currentItem()))
        m_hex->setMarked(field->begin, field->length);
}

void InspectorBytes::fill(const std::vector<Field> &fields, QTreeWidgetItem *parent)
{
    for (const Field &field : fields) {
        if (m_shown.size() >= MostShown)
            return;
        auto *item = new QTreeWidgetItem(parent);
        item->setText(0, fieldTitle(field.kind));
        item->setText(1, fieldText(field, m_bytes));
        item->setToolTip(0, fieldExplanation(field.kind));
        item->setToolTip(1, item->text(1));
        item->setIcon(0, swatch(fieldColor(field.kind, palette())));
        item->setData(0, PlaceRole, m_shown.size());
        m_shown << &field;
        fill(field.children, item);
    }
}

const Field *InspectorBytes::fieldOf(const QTreeWidgetItem *item) const
{
    return item == nullptr ? nullptr : m_shown.value(item->data(0, PlaceRole).toInt());
}

void InspectorBytes::onFieldChosen()
{
    const Field *field = fieldOf(m_tree->currentItem());
    if (m_isOwnChange || field == nullptr)
        return;
    m_hex->setMarked(field->begin, field->length);
    tellAbout(field);
}

void InspectorBytes::onByteChosen(qint64 byte)
{
    QTreeWidgetItem *found = nullptr;
    QTreeWidgetItem *level = m_tree->invisibleRootItem();
    while (level != nullptr) {
        QTreeWidgetItem *inside = nullptr;
        for (int i = 0; i < level->childCount() && inside == nullptr; ++i) {
            const Field *field = fieldOf(level->child(i));
            if (field != nullptr && field->bits == 0 && field->contains(byte))
                inside = level->child(i);
        }
        found = inside != nullptr ? inside : found;
        level = inside;
    }
    if (found == nullptr)
        return;
    {
        const QScopedValueRollback guard(m_isOwnChange, true);
        m_tree->setCurrentItem(found);
        m_tree->scrollToItem(found);
    }
    const Field *field = fieldOf(found);
    m_hex->setMarked(field->begin, field->length);
    tellAbout(field);
}

void InspectorBytes::tellAbout(const Field *field)
{
    if (field == nullptr) {
        m_about->setText(m_bytes.isEmpty() ? QString() : tr("Choose a byte or a field.").toHtmlEscaped());
        return;
    }
    //: which bytes of a message: %1 is the first, %2 the last
    QString place = field->length == 1 ? tr("byte %1").arg(field->begin)
                                       : tr("bytes %1 to %2").arg(field->begin).arg(field->end() - 1);
    if (field->bits > 0)
        place += QStringLiteral(", ") + bitsOf(*field, quint8(m_bytes.at(field->begin)));
    m_about->setText(QStringLiteral("<b>%1</b> (%2). %3")
                         .arg(fieldTitle(field->kind).toHtmlEscaped(), place.toHtmlEscaped(),
                              fieldExplanation(field->kind).toHtmlEscaped()));
}

void InspectorBytes::retranslate()
{
    m_unmasked->setText(tr("Show the payload without its mask"));
    m_tree->setHeaderLabels({tr("Field"), tr("What it says")});
    m_tree->setAccessibleName(tr("Fields of the message"));
    m_hex->setAccessibleName(tr("Bytes of the message"));
}

} // namespace wiretale
