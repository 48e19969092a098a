// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/publishpanel.h"

#include "app/window/durationbox.h"
#include "app/window/formrows.h"
#include "app/window/publishing.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace wiretale {

using namespace std::chrono_literals;

QLineEdit *makePublishField(Publishing &publishing, QWidget *parent)
{
    auto *field = new QLineEdit(publishing.data(), parent);
    QObject::connect(field, &QLineEdit::textEdited, &publishing, &Publishing::setData);
    QObject::connect(field, &QLineEdit::returnPressed, publishing.publishAction(), &QAction::trigger);
    QObject::connect(&publishing, &Publishing::draftChanged, field, [field, &publishing] {
        if (field->text() != publishing.data())
            field->setText(publishing.data());
    });
    return field;
}

PublishPanel::PublishPanel(LiveSettings &settings, Publishing &publishing, QWidget *parent)
    : QGroupBox(parent)
    , m_settings(settings)
    , m_publishing(publishing)
    , m_form(new QFormLayout(this))
    , m_plan(new QComboBox(this))
    , m_interval(new DurationBox(1ms, 1h, this))
    , m_sender(new QComboBox(this))
    , m_type(new QLineEdit(publishing.type(), this))
    , m_data(makePublishField(publishing, this))
    , m_publish(new QToolButton(this))
{
    m_plan->addItems({QString(), QString(), QString()});
    m_sender->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_publish->setDefaultAction(publishing.publishAction());
    m_publish->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_publish->setFocusPolicy(Qt::TabFocus);
    for (QWidget *field : std::initializer_list<QWidget *> {m_plan, m_interval, m_sender, m_type, m_data})
        formrows::add(*m_form, field);
    m_form->addRow(QString(), m_publish);

    connect(m_plan, &QComboBox::activated, this, [this](int index) {
        m_settings.change([index](Settings &changed) { changed.publish.kind = PublishPlan::Kind(index); });
    });
    connect(m_interval, &DurationBox::edited, this, [this](std::chrono::nanoseconds time) {
        m_settings.change([time](Settings &changed) {
            changed.publish.interval = std::max(std::chrono::round<std::chrono::milliseconds>(time), 1ms);
        });
    });
    connect(m_sender, &QComboBox::activated, this,
            [this] { m_publishing.setSender(m_sender->currentData().toString()); });
    connect(m_type, &QLineEdit::textEdited, &m_publishing, &Publishing::setType);
    connect(m_type, &QLineEdit::returnPressed, m_publishing.publishAction(), &QAction::trigger);
    connect(&m_publishing, &Publishing::draftChanged, this, &PublishPanel::showDraft);
    connect(&m_settings, &LiveSettings::changed, this, &PublishPanel::showSettings);
    retranslate();
    showSettings();
    showDraft();
}

void PublishPanel::showClients(const QList<ClientState> &clients)
{
    QStringList names;
    for (const ClientState &client : clients)
        names << client.name;
    if (names == m_clients)
        return;
    m_clients = names;
    fillSenders();
}

void PublishPanel::fillSenders()
{
    const QSignalBlocker blocker(m_sender);
    m_sender->clear();
    //: Who publishes an event
    m_sender->addItem(tr("the server"), QString());
    for (const QString &name : std::as_const(m_clients))
        m_sender->addItem(name, name);
    const int chosen = m_sender->findData(m_publishing.sender());
    m_sender->setCurrentIndex(std::max(chosen, 0));
    if (chosen < 0)
        m_publishing.setSender({});
}

void PublishPanel::showSettings()
{
    const PublishPlan &plan = m_settings.current().publish;
    m_plan->setCurrentIndex(int(plan.kind));
    m_interval->setEnabled(plan.kind != PublishPlan::Kind::ByHand);
    m_interval->showDuration(plan.interval);
}

void PublishPanel::showDraft()
{
    if (m_type->text() != m_publishing.type())
        m_type->setText(m_publishing.type());
}

void PublishPanel::retranslate()
{
    setTitle(tr("Publishing"));
    formrows::label(*m_form, m_plan, tr("By itself"), tr("When the server publishes events by itself."));
    formrows::label(*m_form, m_interval, tr("Every"),
                    tr("The interval, or the mean of random times, on the clock."));
    formrows::label(*m_form, m_sender, tr("By hand, from"),
                    tr("Who publishes the event below: the server, or a client by its own way."));
    formrows::label(*m_form, m_type, tr("Type"), tr("The event's type: a name that clients can listen for."));
    formrows::label(*m_form, m_data, tr("Data"), tr("The event's data. Return publishes it."));
    m_interval->setSuffixText(tr(" ms"));
    m_plan->setItemText(int(PublishPlan::Kind::ByHand), tr("only by hand"));
    m_plan->setItemText(int(PublishPlan::Kind::EveryInterval), tr("at an interval"));
    m_plan->setItemText(int(PublishPlan::Kind::AtRandom), tr("at random times"));
    fillSenders();
}

void PublishPanel::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
