// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/clientspanel.h"

#include "app/chart/techniquelook.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPixmap>

#include <algorithm>

namespace wiretale {

namespace {

QIcon swatch(Technique technique)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(techniqueColor(technique));
    return pixmap;
}

} // namespace

ClientsPanel::ClientsPanel(LiveSettings &settings, QWidget *parent)
    : QGroupBox(parent)
    , m_settings(settings)
{
    auto *grid = new QGridLayout(this);
    grid->setColumnStretch(1, 1);
    for (const Technique technique : TechniquesInOrder) {
        Line &line = m_lines[size_t(technique)];
        line.runs = new QCheckBox(this);
        line.runs->setFocusPolicy(Qt::TabFocus); // so that Space after a click still pauses
        line.runs->setIcon(swatch(technique));
        line.state = new QLabel(this);
        line.state->setTextFormat(Qt::PlainText);
        line.received = new QLabel(this);
        line.received->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        // A long state must not widen the panel.
        line.state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        const int row = grid->rowCount();
        grid->addWidget(line.runs, row, 0);
        grid->addWidget(line.state, row, 1);
        grid->addWidget(line.received, row, 2);
        connect(line.runs, &QCheckBox::clicked, this, [this, technique](bool runs) {
            m_settings.change([=](Settings &changed) { changed.clients[size_t(technique)] = runs; });
        });
    }
    connect(&m_settings, &LiveSettings::changed, this, &ClientsPanel::showSettings);
    showSettings();
    retranslate();
    leaveRoom();
}

void ClientsPanel::showStates(const QList<ClientState> &clients)
{
    m_states = clients;
    for (const Technique technique : TechniquesInOrder) {
        const Line &line = m_lines[size_t(technique)];
        const auto client = std::ranges::find(m_states, technique, &ClientState::technique);
        const ClientState shown = client == m_states.end() ? ClientState() : *client;
        line.state->setText(shown.problem.isEmpty() ? shown.state : QStringLiteral("\u26A0 ") + shown.state);
        line.state->setToolTip(shown.problem.isEmpty() ? shown.state : shown.problem);
        line.received->setText(shown.received > 0 ? QLocale().toString(shown.received) : QString());
        line.received->setToolTip(tr("%n event(s) received", nullptr, int(shown.received)));
    }
}

void ClientsPanel::showSettings()
{
    for (size_t technique = 0; technique < m_lines.size(); ++technique)
        m_lines[technique].runs->setChecked(m_settings.current().clients[technique]);
}

// Enough for a word of state.
void ClientsPanel::leaveRoom()
{
    for (const Line &line : m_lines)
        line.state->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
}

void ClientsPanel::retranslate()
{
    setTitle(tr("Clients"));
    for (const Technique technique : TechniquesInOrder)
        m_lines[size_t(technique)].runs->setText(techniqueTitle(technique));
    m_lines[size_t(Technique::AjaxPolling)].runs->setToolTip(tr("Asks for news at an interval."));
    m_lines[size_t(Technique::LongPolling)].runs->setToolTip(
        tr("Asks for news; the server holds the request until there is some."));
    m_lines[size_t(Technique::EventStream)].runs->setToolTip(
        tr("Asks once; events come in an answer that never ends."));
    m_lines[size_t(Technique::WebSocket)].runs->setToolTip(
        tr("Upgrades its connection; then both sides send frames."));
    m_lines[size_t(Technique::Http)].runs->setToolTip(tr("Loads the page now and then."));
    showStates(m_states);
}

void ClientsPanel::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        leaveRoom();
}

} // namespace wiretale
