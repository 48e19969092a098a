// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/linkchooser.h"

#include <QActionGroup>
#include <QComboBox>
#include <QLocale>
#include <QSignalBlocker>

namespace wiretale {

LinkChooser::LinkChooser(LiveSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_actions(new QActionGroup(this))
{
    const qsizetype ownIndex = namedLinks().size();
    for (qsizetype i = 0; i <= ownIndex; ++i) {
        QAction *action = m_actions->addAction(QString());
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, i] { choose(int(i)); });
    }
    connect(&m_settings, &LiveSettings::changed, this, &LinkChooser::showLink);
    retranslate();
}

QList<QAction *> LinkChooser::actions() const
{
    return m_actions->actions();
}

QComboBox *LinkChooser::makeBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    fill(*box);
    m_boxes << box;
    connect(box, &QComboBox::activated, this, &LinkChooser::choose);
    connect(box, &QObject::destroyed, this, [this, box] { m_boxes.removeOne(box); });
    showLink();
    return box;
}

void LinkChooser::setEnabled(bool isEnabled)
{
    m_actions->setEnabled(isEnabled);
    for (QComboBox *box : std::as_const(m_boxes))
        box->setEnabled(isEnabled);
}

int LinkChooser::currentIndex() const
{
    const QList<NamedLink> links = namedLinks();
    LinkProfile current = m_settings.current().link;
    for (qsizetype i = 0; i < links.size(); ++i) {
        current.seed = links.at(i).profile.seed;
        if (current == links.at(i).profile)
            return int(i);
    }
    return int(links.size());
}

void LinkChooser::choose(int index)
{
    const QList<NamedLink> links = namedLinks();
    if (index < links.size()) {
        m_settings.change([&](Settings &settings) {
            const quint32 seed = settings.link.seed;
            settings.link = links.at(index).profile;
            settings.link.seed = seed;
        });
    } else {
        Q_EMIT ownWanted();
    }
    showLink();
}

QString LinkChooser::ownText() const
{
    const double ms = std::chrono::duration<double, std::milli>(m_settings.current().link.latency).count();
    //: A link that people set up: %1 is its latency in milliseconds
    return tr("Own link (%1 ms)").arg(QLocale().toString(ms, 'g', 4));
}

void LinkChooser::fill(QComboBox &box) const
{
    const QSignalBlocker blocker(box);
    box.clear();
    for (const NamedLink &link : namedLinks())
        box.addItem(link.title);
    box.addItem(tr("Own link"));
    box.setToolTip(tr("How long messages travel between clients and server"));
    box.setAccessibleName(tr("Link"));
}

void LinkChooser::showLink()
{
    const int index = currentIndex();
    m_actions->actions().at(index)->setChecked(true);
    const int own = int(namedLinks().size());
    for (QComboBox *box : std::as_const(m_boxes)) {
        const QSignalBlocker blocker(box);
        box->setItemText(own, index == own ? ownText() : tr("Own link"));
        box->setCurrentIndex(index);
    }
}

void LinkChooser::retranslate()
{
    const QList<NamedLink> links = namedLinks();
    for (qsizetype i = 0; i < links.size(); ++i)
        m_actions->actions().at(i)->setText(links.at(i).title);
    m_actions->actions().constLast()->setText(tr("Own link…"));
    for (QComboBox *box : std::as_const(m_boxes))
        fill(*box);
    showLink();
}

} // namespace wiretale
