// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/addressbox.h"

#include "app/window/icons.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QUrl>

namespace wiretale {

AddressBox::AddressBox(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy.setIcon(glyphIcon(Glyph::Copy));
    m_open.setIcon(glyphIcon(Glyph::OpenOutside));
    m_open.setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_B));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(2);
    layout->addWidget(m_text);
    for (QAction *action : {&m_copy, &m_open}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    connect(&m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    connect(&m_open, &QAction::triggered, this, [this] { QDesktopServices::openUrl(QUrl(m_address)); });
    setPort(0);
}

void AddressBox::setPort(quint16 port)
{
    m_address = port == 0 ? QString() : QStringLiteral("http://127.0.0.1:%1/").arg(port);
    m_copy.setEnabled(port != 0);
    m_open.setEnabled(port != 0);
    retranslate();
}

void AddressBox::retranslate()
{
    //: %1 is an address to open in a browser
    m_text->setText(m_address.isEmpty() ? tr("Nothing listens") : tr("Open in a browser: %1").arg(m_address));
    m_copy.setText(tr("&Copy the address"));
    m_copy.setToolTip(tr("Copy the address"));
    m_open.setText(tr("Open in a &browser"));
    m_open.setToolTip(tr("Open the page in a browser: it becomes a client like the others"));
}

void AddressBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
