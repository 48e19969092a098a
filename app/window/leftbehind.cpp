// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/leftbehind.h"

#include "app/journal/logreader.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QtConcurrent>

#include <algorithm>

namespace wiretale {

namespace {

/// Reads as far as it takes to know. What is damaged may hold some, too.
bool mayHoldMessages(LogReader &reader)
{
    bool isMore = true;
    while (isMore && reader.log()->journal().size() == 0)
        isMore = reader.readOn();
    return reader.log()->journal().size() > 0 || !reader.remark().isEmpty();
}

QList<LeftBehind::Recording> search()
{
    QList<LeftBehind::Recording> found;
    QStringList unwanted;
    const QStringList paths = TrafficLog::capturesLeftBehind();
    for (const QString &path : paths) {
        const QFileInfo file(path);
        const Result<std::unique_ptr<LogReader>> reader = LogReader::open(path);
        if (!reader)
            continue;
        if (mayHoldMessages(**reader))
            found.append({path, file.lastModified(), file.size()});
        else
            unwanted << path;
    }
    std::ranges::for_each(unwanted, TrafficLog::removeLeftBehind);
    return found;
}

} // namespace

LeftBehind::LeftBehind(QWidget *window)
    : QObject(window)
    , m_bar(new NoticeBar(window))
{
    for (QAction *action : {&m_open, &m_discard, &m_later})
        m_bar->addAction(action);
    connect(&m_search, &QFutureWatcherBase::finished, this, [this] {
        m_found = m_search.result();
        offerNext();
    });
    connect(&m_open, &QAction::triggered, this, [this] {
        const QString path = m_found.takeFirst().path;
        m_opened << path;
        m_bar->hide();
        Q_EMIT openWanted(path);
    });
    connect(&m_discard, &QAction::triggered, this, [this] {
        TrafficLog::removeLeftBehind(m_found.takeFirst().path);
        offerNext();
    });
    connect(&m_later, &QAction::triggered, this, [this] {
        m_found.clear();
        offerNext();
    });
    retranslate();
}

LeftBehind::~LeftBehind()
{
    m_search.waitForFinished();
}

void LeftBehind::look()
{
    m_search.setFuture(QtConcurrent::run(search));
}

void LeftBehind::remove(const QString &path)
{
    if (m_opened.removeOne(path))
        QFile::remove(path);
}

void LeftBehind::offerNext()
{
    m_bar->setVisible(!m_found.isEmpty());
    showOffer();
}

void LeftBehind::showOffer()
{
    if (m_found.isEmpty())
        return;
    const Recording &recording = m_found.constFirst();
    //: %1: a date and time, %2: a size such as "3.2 MB"
    m_bar->setSentence(
        tr("Wiretale did not end as it should. What it had recorded until %1 is still there (%2).")
            .arg(QLocale().toString(recording.ended, QLocale::ShortFormat),
                 QLocale().formattedDataSize(recording.bytes)));
}

void LeftBehind::retranslate()
{
    m_open.setText(tr("Open it"));
    m_open.setToolTip(tr("Show what was recorded; save it to keep it"));
    m_discard.setText(tr("Throw it away"));
    m_discard.setToolTip(tr("Remove the recording for good"));
    m_later.setText(tr("Later"));
    m_later.setToolTip(tr("Ask again at the next start"));
    showOffer();
}

} // namespace wiretale
