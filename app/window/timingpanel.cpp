// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/timingpanel.h"

#include "app/window/durationbox.h"
#include "app/window/formrows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QSignalBlocker>

namespace wiretale {

using namespace std::chrono_literals;

TimingPanel::TimingPanel(LiveSettings &settings, QWidget *parent)
    : QGroupBox(parent)
    , m_settings(settings)
    , m_form(new QFormLayout(this))
    , m_pollInterval(new DurationBox(10ms, 10min, this))
    , m_longPollTimeout(new DurationBox(100ms, 10min, this))
    , m_heartbeat(new DurationBox(0ms, 10min, this))
    , m_retry(new DurationBox(0ms, 10min, this))
    , m_talkBack(new DurationBox(0ms, 10min, this))
    , m_emptyAnswer(new QComboBox(this))
    , m_portions(new QCheckBox(this))
{
    for (QWidget *field : std::initializer_list<QWidget *> {m_pollInterval, m_emptyAnswer, m_longPollTimeout,
                                                            m_heartbeat, m_retry, m_talkBack})
        formrows::add(*m_form, field);
    m_form->addRow(m_portions);
    m_portions->setFocusPolicy(Qt::TabFocus); // so that Space after a click still pauses
    m_emptyAnswer->addItems({QString(), QString(), QString()});

    connectBox(m_pollInterval, &Settings::pollInterval);
    connectBox(m_longPollTimeout, &Settings::longPollTimeout);
    connectBox(m_heartbeat, &Settings::heartbeat);
    connectBox(m_retry, &Settings::retry);
    connectBox(m_talkBack, &Settings::talkBack);
    connect(m_emptyAnswer, &QComboBox::activated, this, [this](int index) {
        m_settings.change([index](Settings &changed) { changed.emptyAnswer = EmptyAnswerKind(index); });
    });
    connect(m_portions, &QCheckBox::clicked, this, [this](bool portions) {
        m_settings.change([portions](Settings &changed) { changed.longPollPortions = portions; });
    });
    connect(&m_settings, &LiveSettings::changed, this, &TimingPanel::showSettings);
    retranslate();
    showSettings();
}

void TimingPanel::connectBox(DurationBox *box, std::chrono::milliseconds Settings::*field)
{
    connect(box, &DurationBox::edited, this, [this, field](std::chrono::nanoseconds time) {
        m_settings.change(
            [=](Settings &changed) { changed.*field = std::chrono::round<std::chrono::milliseconds>(time); });
    });
}

void TimingPanel::showSettings()
{
    const Settings &settings = m_settings.current();
    m_pollInterval->showDuration(settings.pollInterval);
    m_longPollTimeout->showDuration(settings.longPollTimeout);
    m_heartbeat->showDuration(settings.heartbeat);
    m_retry->showDuration(settings.retry);
    m_talkBack->showDuration(settings.talkBack);
    m_emptyAnswer->setCurrentIndex(int(settings.emptyAnswer));
    m_portions->setChecked(settings.longPollPortions);
}

void TimingPanel::retranslate()
{
    setTitle(tr("Asking and answering"));
    formrows::label(*m_form, m_pollInterval, tr("Poll interval"),
                    tr("AJAX polling: how long the client waits between an answer and its next request."));
    formrows::label(*m_form, m_emptyAnswer, tr("Empty answer"),
                    tr("AJAX polling: what the server answers when there is no news."));
    formrows::label(*m_form, m_longPollTimeout, tr("Long poll timeout"),
                    tr("Long polling: how long the server holds a request before it answers without news."));
    formrows::label(
        *m_form, m_heartbeat, tr("Heartbeat"),
        tr("Server-sent events and WebSocket: how often a quiet connection shows that it lives."));
    formrows::label(*m_form, m_retry, tr("Retry"),
                    tr("How long a client waits before it connects again after a connection broke."));
    formrows::label(
        *m_form, m_talkBack, tr("Clients send every"),
        tr("How often each client sends an event of its own to the server, each by its own way."));
    m_portions->setText(tr("Long poll in portions"));
    m_portions->setToolTip(tr("Long polling: one request is answered piece by piece, then finally."));

    for (DurationBox *box : {m_pollInterval, m_longPollTimeout, m_heartbeat, m_retry, m_talkBack}) {
        //: Unit after a number of milliseconds, with a space before it
        box->setSuffixText(tr(" ms"));
    }
    //: Instead of an interval
    m_heartbeat->setSpecialValueText(tr("never"));
    m_talkBack->setSpecialValueText(tr("never"));
    m_retry->setSpecialValueText(tr("at once"));
    m_emptyAnswer->setItemText(int(EmptyAnswerKind::NoContent), tr("204 No Content"));
    m_emptyAnswer->setItemText(int(EmptyAnswerKind::NotModified), tr("304 Not Modified"));
    m_emptyAnswer->setItemText(int(EmptyAnswerKind::EmptyArray), tr("200 with an empty list"));
}

void TimingPanel::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
