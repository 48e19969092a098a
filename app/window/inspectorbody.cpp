// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/inspectorbody.h"

#include "app/journal/messagebody.h"
#include "app/window/bodytext.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace wiretale {

InspectorBody::InspectorBody(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    m_kind->setContentsMargins(6, 4, 6, 4);
    m_kind->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_kind);
    layout->addWidget(m_text, 1);
    applyFont();
    retranslate();
}

void InspectorBody::showMessage(MessageReader &reader, RecordNumber number)
{
    const BodyText body = number == 0 ? BodyText {} : bodyText(bodyOf(reader, number));
    m_kind->setText(body.kind);
    if (m_text->toPlainText() != body.text)
        m_text->setPlainText(body.text);
    m_text->setVisible(!body.text.isEmpty());
}

QString InspectorBody::text() const
{
    return m_text->toPlainText();
}

QString InspectorBody::kind() const
{
    return m_kind->text();
}

void InspectorBody::applyFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    if (m_text->font() != fixed)
        m_text->setFont(fixed);
}

void InspectorBody::retranslate()
{
    m_text->setAccessibleName(tr("Body of the message"));
}

} // namespace wiretale
