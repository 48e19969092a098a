// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/faultbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace wiretale {

FaultBar::FaultBar(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_again(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    auto *sign = new QLabel(this);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    sign->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning, nullptr, this).pixmap(size));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setMinimumSize(1, 1); // else a window could not be low
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_again->setFocusPolicy(Qt::TabFocus);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAutoRaise(true);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_sentence->setForegroundRole(QPalette::ToolTipText);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(sign);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_again);
    layout->addWidget(m_close);

    connect(m_again, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT triedAgain();
    });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

void FaultBar::showFault(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_again->hide();
    show();
}

void FaultBar::showFailure(const QString &sentence)
{
    showFault(sentence);
    m_again->show();
}

QString FaultBar::fault() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void FaultBar::retranslate()
{
    m_again->setText(tr("Begin anew"));
    m_again->setToolTip(tr("Try again: begin anew with these settings"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Hide this message"));
}

void FaultBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
