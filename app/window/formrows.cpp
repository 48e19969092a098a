// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/formrows.h"

#include <QFormLayout>
#include <QLabel>

namespace wiretale::formrows {

void add(QFormLayout &form, QWidget *field)
{
    form.setRowWrapPolicy(QFormLayout::WrapLongRows);
    form.setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *label = new QLabel;
    label->setBuddy(field);
    form.addRow(label, field);
}

void label(QFormLayout &form, QWidget *field, const QString &text, const QString &toolTip)
{
    if (auto *label = qobject_cast<QLabel *>(form.labelForField(field))) {
        label->setText(text);
        label->setToolTip(toolTip);
    }
    field->setToolTip(toolTip);
    field->setAccessibleName(QString(text).remove(u'&'));
}

} // namespace wiretale::formrows
