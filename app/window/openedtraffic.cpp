// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/openedtraffic.h"

#include "app/window/enginethread.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace wiretale {

namespace {

EngineThread::Extent extentOf(const TrafficLog &log, const Scorecard &scorecard)
{
    // What a lesson did last may have been after the last message.
    qint64 lastNs = log.journal().lastNs();
    for (const LogMark &mark : log.marks())
        lastNs = std::max(lastNs, mark.atNs);
    return {.lastNs = lastNs, .scorecard = scorecard};
}

} // namespace

OpenedTraffic::OpenedTraffic(EngineThread &engine, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_bar(new NoticeBar(window))
{
    m_bar->addAction(&m_cancel);
    m_bar->addAction(&m_live);
    connect(&m_cancel, &QAction::triggered, &m_opener, &TrafficOpener::cancel);
    connect(&m_live, &QAction::triggered, this, &OpenedTraffic::liveWanted);
    connect(&m_opener, &TrafficOpener::opened, this, &OpenedTraffic::onOpened);
    connect(&m_opener, &TrafficOpener::progressed, this, [this](double progress, const Scorecard &scorecard) {
        m_progress = progress;
        m_engine.presentMore(extentOf(*m_log, scorecard));
        showState();
    });
    connect(&m_opener, &TrafficOpener::ended, this, &OpenedTraffic::onEnded);
    connect(&m_opener, &TrafficOpener::failed, this, [this](const QString &sentence) {
        // The reading of what is shown ended with the attempt to open another.
        if (m_isOn && std::exchange(m_isReading, false)) {
            m_remark = readingCancelled(*m_log);
            showState();
            Q_EMIT wholeRead();
        }
        Q_EMIT failed(sentence);
    });
    connect(&m_engine, &EngineThread::logReplaced, this, &OpenedTraffic::onLogReplaced);
    connect(&m_engine, &EngineThread::presentedTold, this, &OpenedTraffic::onTold);
    retranslate();
}

void OpenedTraffic::open(const QString &path, const QString &name)
{
    m_askedPath = path;
    m_askedName = name.isEmpty() ? QFileInfo(path).fileName() : name;
    m_opener.open(path);
}

bool OpenedTraffic::isAsRecorded() const
{
    return m_log && QFileInfo(m_log->capturePath()) == QFileInfo(m_path);
}

void OpenedTraffic::onOpened(const std::shared_ptr<const TrafficLog> &log, const Scorecard &scorecard)
{
    m_log = log;
    m_path = m_askedPath;
    m_name = m_askedName;
    m_remark.clear();
    m_progress = 0;
    m_isReading = true;
    m_engine.present(log, extentOf(*log, scorecard));
}

void OpenedTraffic::onLogReplaced(const std::shared_ptr<const TrafficLog> &log)
{
    if (!m_isOn || log == m_log)
        return;
    m_opener.cancel();
    m_isOn = false;
    m_isReading = false;
    m_log.reset();
    m_bar->hide();
    Q_EMIT left();
}

void OpenedTraffic::onTold()
{
    m_isOn = true;
    showState();
    Q_EMIT shown();
    if (!m_isReading)
        Q_EMIT wholeRead();
}

void OpenedTraffic::onEnded(const QString &remark, const Scorecard &scorecard)
{
    if (!m_log || !std::exchange(m_isReading, false))
        return;
    m_remark = remark;
    m_engine.presentMore(extentOf(*m_log, scorecard));
    if (!m_isOn) // it is still to be shown
        return;
    showState();
    Q_EMIT wholeRead();
}

void OpenedTraffic::setName(const QString &name)
{
    m_name = name;
    showState();
}

void OpenedTraffic::showState()
{
    m_cancel.setVisible(m_isReading);
    m_bar->setProgress(m_isReading ? m_progress : -1);
    if (!m_isOn)
        return;
    const int messages = int(m_log->journal().size());
    //: %1: name of a file
    QString text = m_isReading ? tr("%1 is being read: %Ln message(s) so far.", nullptr, messages).arg(m_name)
                               //: %1: name of a file
                               : tr("%1: a recording of %Ln message(s).", nullptr, messages).arg(m_name);
    if (!m_remark.isEmpty())
        text += u' ' + m_remark;
    m_bar->setSentence(text);
    m_bar->show();
}

void OpenedTraffic::retranslate()
{
    m_cancel.setText(tr("Cancel"));
    m_cancel.setToolTip(tr("Read no further; what was read stays"));
    m_live.setText(tr("Close the recording"));
    m_live.setToolTip(tr("Begin anew with the server and clients of this program"));
    showState();
}

} // namespace wiretale
