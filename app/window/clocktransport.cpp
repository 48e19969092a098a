// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/clocktransport.h"

#include "app/window/enginethread.h"
#include "app/window/icons.h"
#include "app/window/playback.h"
#include "app/window/ratescale.h"

#include <QActionGroup>

namespace wiretale {

ClockTransport::ClockTransport(EngineThread &engine, LiveSettings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_presets(new QActionGroup(this))
{
    m_run.setShortcut(Qt::Key_Space);
    m_step.setShortcuts({Qt::Key_F10, Qt::Key_S});
    m_step.setIcon(glyphIcon(Glyph::Step));
    m_reset.setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_R));
    m_reset.setIcon(glyphIcon(Glyph::Reset));
    m_slower.setShortcut(Qt::Key_BracketLeft);
    m_faster.setShortcut(Qt::Key_BracketRight);
    for (const double rate : ratescale::presets()) {
        QAction *preset = m_presets->addAction(QString());
        preset->setCheckable(true);
        connect(preset, &QAction::triggered, this, [this, rate] { setRate(rate); });
    }

    connect(&m_run, &QAction::triggered, this, &ClockTransport::toggle);
    connect(&m_step, &QAction::triggered, this, &ClockTransport::step);
    connect(&m_reset, &QAction::triggered, this, &ClockTransport::beganAnew);
    connect(&m_slower, &QAction::triggered, this,
            [this] { setRate(ratescale::slower(m_settings.current().rate)); });
    connect(&m_faster, &QAction::triggered, this,
            [this] { setRate(ratescale::faster(m_settings.current().rate)); });
    connect(&m_settings, &LiveSettings::changed, this, &ClockTransport::showRate);
    retranslate();
}

QList<QAction *> ClockTransport::presetActions() const
{
    return m_presets->actions();
}

void ClockTransport::setPace(const ClockPace &pace)
{
    if (!m_playback)
        showPaused(pace.paused);
}

void ClockTransport::setPlayback(Playback *playback)
{
    if (m_playback)
        m_playback->disconnect(this);
    m_playback = playback;
    if (!m_playback)
        return;
    connect(m_playback, &Playback::playingChanged, this, [this](bool isPlaying) { showPaused(!isPlaying); });
    showPaused(!m_playback->isPlaying());
}

void ClockTransport::showPaused(bool isPaused)
{
    m_paused = isPaused;
    retranslate();
}

void ClockTransport::step()
{
    if (m_playback)
        m_playback->step();
    else
        m_engine.step();
}

void ClockTransport::toggle()
{
    if (m_playback && m_paused)
        m_playback->play();
    else if (m_playback)
        m_playback->pause();
    else if (m_paused)
        m_engine.resume();
    else
        m_engine.pause();
}

void ClockTransport::setRate(double rate)
{
    m_settings.change([rate](Settings &settings) { settings.rate = rate; });
}

void ClockTransport::showRate()
{
    const QList<double> &presets = ratescale::presets();
    for (qsizetype i = 0; i < presets.size(); ++i)
        m_presets->actions().at(i)->setChecked(qFuzzyCompare(presets.at(i), m_settings.current().rate));
}

void ClockTransport::retranslate()
{
    m_run.setText(m_paused ? tr("&Run") : tr("&Pause"));
    m_run.setIcon(glyphIcon(m_paused ? Glyph::Run : Glyph::Pause));
    m_run.setToolTip(m_paused ? tr("Let the clock run on (Space)")
                              : tr("Stop the clock: everything waits, nothing is lost (Space)"));
    m_step.setText(tr("&Step"));
    m_step.setToolTip(tr("Run until the next message arrives, then pause (F10 or S)"));
    m_reset.setText(tr("Begin &anew"));
    m_reset.setToolTip(tr("Begin anew with these settings and an empty record (Ctrl+R)"));
    m_slower.setText(tr("S&lower"));
    m_faster.setText(tr("&Faster"));
    const QList<double> &presets = ratescale::presets();
    for (qsizetype i = 0; i < presets.size(); ++i) {
        const QString rate = ratescale::text(presets.at(i));
        //: A rate of the clock: %1 is a factor such as ×1
        m_presets->actions().at(i)->setText(presets.at(i) == 1 ? tr("%1 (real time)").arg(rate) : rate);
    }
    showRate();
}

} // namespace wiretale
