// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/clocklabel.h"

#include "app/window/ratescale.h"

#include <QEvent>
#include <QLocale>

namespace wiretale {

ClockLabel::ClockLabel(QWidget *parent)
    : QLabel(parent)
{
    m_timer.setInterval(std::chrono::milliseconds {100});
    connect(&m_timer, &QTimer::timeout, this, &ClockLabel::tick);
    setTextFormat(Qt::PlainText);
    setContentsMargins(0, 0, 6, 0);
    tick();
}

void ClockLabel::setPace(const ClockPace &pace)
{
    m_pace = pace;
    updateTimer();
    tick();
}

void ClockLabel::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    tick();
}

void ClockLabel::tick()
{
    const double seconds = std::chrono::duration<double>(std::max(m_pace.now(), Nanoseconds {0})).count();
    const QString time = QLocale().toString(seconds, 'f', m_pace.paused ? 3 : 1);
    if (m_isRecorded) {
        //: How long the recording is: %1 is a number of seconds
        setText(tr("Recorded: %1 s").arg(time));
        setToolTip(tr("How long the recording is, in its own time"));
        return;
    }
    //: The clock's state: %1 is a number of seconds
    setText(m_pace.paused ? tr("Paused at %1 s").arg(time)
                          //: The clock's state: %1 is a number of seconds, %2 a rate such as ×1
                          : tr("Clock %1 s, %2").arg(time, ratescale::text(m_pace.rate)));
    setToolTip(tr("The program's own time, which all messages and waits are counted in"));
}

void ClockLabel::updateTimer()
{
    if (!m_pace.paused && isVisible())
        m_timer.start();
    else
        m_timer.stop();
}

void ClockLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        tick();
}

void ClockLabel::showEvent(QShowEvent *event)
{
    QLabel::showEvent(event);
    updateTimer();
}

void ClockLabel::hideEvent(QHideEvent *event)
{
    QLabel::hideEvent(event);
    m_timer.stop();
}

} // namespace wiretale
