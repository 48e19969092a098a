// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/inspectorheaders.h"

#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"
#include "app/journal/trafficlog.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wiretale {

InspectorHeaders::InspectorHeaders(QWidget *parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    m_note->setWordWrap(true);
    m_note->setContentsMargins(6, 4, 6, 4);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);
    retranslate();
}

void InspectorHeaders::add(const QString &name, const QString &value)
{
    auto *item = new QTreeWidgetItem(m_list, {name, value});
    item->setToolTip(1, value);
}

void InspectorHeaders::addFields(const std::vector<Field> &fields, QByteArrayView message)
{
    for (const Field &field : fields) {
        switch (field.kind) {
        case FieldKind::RequestLine:
        case FieldKind::StatusLine:
            add(fieldTitle(field.kind),
                QString::fromUtf8(message.sliced(field.begin, field.length).trimmed()));
            break;
        case FieldKind::Header: {
            const auto value = std::ranges::find(field.children, FieldKind::HeaderValue, &Field::kind);
            add(field.value,
                value == field.children.end()
                    ? QString()
                    : QString::fromUtf8(message.sliced(value->begin, value->length)));
            break;
        }
        case FieldKind::FrameStart:
        case FieldKind::FrameLength:
            for (const Field &bits : field.children)
                add(fieldTitle(bits.kind), bits.value);
            break;
        case FieldKind::ExtendedLength:
        case FieldKind::MaskingKey:
            add(fieldTitle(field.kind), field.value);
            break;
        default:
            break;
        }
    }
}

void InspectorHeaders::showMessage(MessageReader &reader, RecordNumber number)
{
    m_list->clear();
    m_note->clear();
    if (number != 0) {
        const RecordNumber head = headOf(reader.log()->journal(), number);
        if (head == 0)
            m_note->setText(tr("This message has no headers."));
        else if (head != number)
            m_note->setText(tr("The headers stand in message #%1, which this one is a part of.").arg(head));
        if (head != 0)
            addFields(reader.read(head).fields, reader.log()->bytes(head));
    }
    m_note->setVisible(!m_note->text().isEmpty());
    m_list->resizeColumnToContents(0);
}

void InspectorHeaders::retranslate()
{
    m_list->setHeaderLabels({tr("Name"), tr("Value")});
    m_list->setAccessibleName(tr("Headers of the message"));
}

} // namespace wiretale
