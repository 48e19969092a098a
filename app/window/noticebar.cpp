// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/noticebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace wiretale {

namespace {

constexpr int ProgressSteps = 1000;
constexpr int ProgressWidth = 160;

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QHBoxLayout)
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setForegroundRole(QPalette::ToolTipText);
    // Else a window could not be lower than the sentence is high where it is narrowest.
    m_sentence->setMinimumSize(1, 1);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setFixedWidth(ProgressWidth);
    m_progress->setTextVisible(false);
    m_progress->hide();
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_progress);
    layout->addLayout(m_buttons);
    hide();
}

void NoticeBar::addAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    const auto follow = [button, action] { button->setVisible(action->isVisible()); };
    connect(action, &QAction::changed, button, follow);
    m_buttons->addWidget(button);
    follow();
}

void NoticeBar::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void NoticeBar::setProgress(double progress)
{
    m_progress->setVisible(progress >= 0);
    m_progress->setValue(int(std::clamp(progress, 0.0, 1.0) * ProgressSteps));
}

} // namespace wiretale
