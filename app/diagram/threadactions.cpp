// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/threadactions.h"

#include "app/diagram/sequenceview.h"
#include "app/journal/causes.h"

namespace wiretale {

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
        connect(&way.action, &QAction::triggered, this, [this, find = way.find] {
            const Journal *journal = m_view->journal();
            if (journal == nullptr)
                return;
            if (const RecordNumber there = find(*journal, m_view->selectedRecord()); there != 0) {
                m_view->setSelected(there);
                m_view->showMessage(there);
            }
        });
    }
    connect(m_view, &SequenceView::selected, this, &ThreadActions::update);
    retranslate();
    update();
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
