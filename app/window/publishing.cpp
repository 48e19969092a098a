// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/publishing.h"

#include "app/window/enginethread.h"
#include "app/window/icons.h"

#include <QActionGroup>

namespace wiretale {

Publishing::Publishing(EngineThread &engine, LiveSettings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_plans(new QActionGroup(this))
{
    m_publish.setIcon(glyphIcon(Glyph::Publish));
    m_publish.setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_Return));
    connect(&m_publish, &QAction::triggered, this, &Publishing::publish);
    for (const auto kind :
         {PublishPlan::Kind::ByHand, PublishPlan::Kind::EveryInterval, PublishPlan::Kind::AtRandom}) {
        QAction *plan = m_plans->addAction(QString());
        plan->setCheckable(true);
        connect(plan, &QAction::triggered, this, [this, kind] {
            m_settings.change([kind](Settings &changed) { changed.publish.kind = kind; });
        });
    }
    connect(&m_settings, &LiveSettings::changed, this, &Publishing::showPlan);
    retranslate();
    showPlan();
}

QList<QAction *> Publishing::planActions() const
{
    return m_plans->actions();
}

void Publishing::setType(const QString &type)
{
    if (std::exchange(m_type, type) != type)
        Q_EMIT draftChanged();
}

void Publishing::setData(const QString &data)
{
    if (m_data == data)
        return;
    m_data = data;
    m_dataIsUntouched = false;
    Q_EMIT draftChanged();
}

void Publishing::setSender(const QString &sender)
{
    if (std::exchange(m_sender, sender) != sender)
        Q_EMIT draftChanged();
}

void Publishing::publish()
{
    // An event's type is never empty and never has a line break (common/event.h).
    const QString type = m_type.simplified();
    const QByteArray typeBytes = type.isEmpty() ? QByteArrayLiteral("message") : type.toUtf8();
    if (m_sender.isEmpty())
        m_engine.publish(typeBytes, m_data.toUtf8());
    else
        m_engine.publishFrom(m_sender, typeBytes, m_data.toUtf8());
}

void Publishing::showPlan()
{
    m_plans->actions().at(int(m_settings.current().publish.kind))->setChecked(true);
}

void Publishing::setEnabled(bool isEnabled)
{
    m_publish.setEnabled(isEnabled);
    m_plans->setEnabled(isEnabled);
}

void Publishing::retranslate()
{
    m_publish.setText(tr("&Publish"));
    m_publish.setToolTip(tr("Publish this event now (Ctrl+Return)"));
    m_plans->actions().at(int(PublishPlan::Kind::ByHand))->setText(tr("By &hand only"));
    m_plans->actions().at(int(PublishPlan::Kind::EveryInterval))->setText(tr("At an &interval"));
    m_plans->actions().at(int(PublishPlan::Kind::AtRandom))->setText(tr("At &random times"));
    if (m_dataIsUntouched) {
        //: Data of the first event that somebody publishes by hand
        m_data = tr("Hello");
        Q_EMIT draftChanged();
    }
}

} // namespace wiretale
