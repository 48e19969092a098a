// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/threadactions.h"

#include "app/diagram/sequenceview.h"
#include "app/journal/causes.h"

namespace wiretale {

namespace {

constexpr int MostPassedOver = 10'000;

} // namespace

ThreadActions::ThreadActions(SequenceView *view)
    : QObject(view)
    , m_view(view)
{
    const std::array<std::pair<Find, QKeySequence>, 5> ways {
        {{causeOf, QKeySequence(Qt::ALT | Qt::Key_Left)},
         {consequenceOf, QKeySequence(Qt::ALT | Qt::Key_Right)},
         {previousOfClient, QKeySequence(Qt::ALT | Qt::Key_Up)},
         {nextOfClient, QKeySequence(Qt::ALT | Qt::Key_Down)},
         {nextEmptyAnswer, QKeySequence(Qt::Key_E)}}};
    for (size_t i = 0; i < ways.size(); ++i) {
        Way &way = m_ways[i];
        way.find = ways[i].first;
        way.action.setShortcut(ways[i].second);
        connect(&way.action, &QAction::triggered, this, [this, find = way.find] { go(find); });
    }
    connect(m_view, &SequenceView::selected, this, &ThreadActions::update);
    retranslate();
    update();
}

void ThreadActions::go(Find find)
{
    const Journal *journal = m_view->journal();
    if (journal == nullptr)
        return;
    RecordNumber there = find(*journal, m_view->selectedRecord());
    // What caused a message did so whether a filter shows it or not; the next of many is one that is shown.
    const bool isOneOfMany = find != causeOf && find != consequenceOf;
    for (int passed = 0; isOneOfMany && there != 0 && !m_view->shows(there); ++passed)
        there = passed < MostPassedOver ? find(*journal, there) : 0;
    if (there == 0)
        return;
    m_view->setSelected(there);
    m_view->showMessage(there);
}

QList<QAction *> ThreadActions::actions()
{
    QList<QAction *> all;
    for (Way &way : m_ways)
        all << &way.action;
    return all;
}

// What lies ahead may still come, so only a message has to be chosen; an empty answer can be looked for from
// the beginning.
void ThreadActions::update()
{
    for (Way &way : m_ways)
        way.action.setEnabled(m_view->selectedRecord() != 0 || way.find == nextEmptyAnswer);
}

void ThreadActions::retranslate()
{
    m_ways[0].action.setText(tr("To what &caused it"));
    m_ways[1].action.setText(tr("To what it ca&used"));
    m_ways[2].action.setText(tr("&Previous message of this client"));
    m_ways[3].action.setText(tr("Next &message of this client"));
    m_ways[4].action.setText(tr("Next &empty answer"));
}

} // namespace wiretale
