// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/scenechooser.h"

#include <QActionGroup>
#include <QComboBox>
#include <QSignalBlocker>

namespace wiretale {

Settings settingsToBegin(const Scene &scene, const Settings &current)
{
    Settings settings = scene.settings;
    settings.link = current.link;
    settings.rate = current.rate;
    return settings;
}

SceneChooser::SceneChooser(QString currentId, QObject *parent)
    : QObject(parent)
    , m_currentId(std::move(currentId))
    , m_actions(new QActionGroup(this))
{
    const qsizetype count = scenes().size();
    for (qsizetype i = 0; i < count; ++i) {
        QAction *action = m_actions->addAction(QString());
        action->setCheckable(true);
        if (i < 9)
            action->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + i)));
        connect(action, &QAction::triggered, this, [this, i] { choose(int(i)); });
    }
    retranslate();
}

QList<QAction *> SceneChooser::actions() const
{
    return m_actions->actions();
}

QComboBox *SceneChooser::makeBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    fill(*box);
    m_boxes << box;
    connect(box, &QComboBox::activated, this, &SceneChooser::choose);
    connect(box, &QObject::destroyed, this, [this, box] { m_boxes.removeOne(box); });
    showCurrent();
    return box;
}

void SceneChooser::choose(int index)
{
    const Scene scene = scenes().at(index);
    m_currentId = scene.id;
    showCurrent();
    Q_EMIT chosen(scene);
}

void SceneChooser::fill(QComboBox &box) const
{
    const QSignalBlocker blocker(box);
    box.clear();
    for (const Scene &scene : scenes()) {
        box.addItem(scene.title, scene.id);
        box.setItemData(box.count() - 1, scene.summary, Qt::ToolTipRole);
    }
    box.setToolTip(tr("The scene: who takes part and when there is news. Choosing one begins anew."));
    box.setAccessibleName(tr("Scene"));
}

void SceneChooser::showCurrent()
{
    const QList<Scene> all = scenes();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).id == m_currentId)
            m_actions->actions().at(i)->setChecked(true);
    }
    for (QComboBox *box : std::as_const(m_boxes)) {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(box->findData(m_currentId));
    }
}

void SceneChooser::retranslate()
{
    const QList<Scene> all = scenes();
    for (qsizetype i = 0; i < all.size(); ++i) {
        m_actions->actions().at(i)->setText(all.at(i).title);
        m_actions->actions().at(i)->setStatusTip(all.at(i).summary);
        m_actions->actions().at(i)->setToolTip(all.at(i).summary);
    }
    for (QComboBox *box : std::as_const(m_boxes))
        fill(*box);
    showCurrent();
}

} // namespace wiretale
