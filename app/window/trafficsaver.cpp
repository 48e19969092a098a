// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/trafficsaver.h"

#include "app/journal/trafficlog.h"
#include "app/pictures/pictureformats.h"
#include "app/window/icons.h"

#include <QDir>
#include <QFileInfo>
#include <QProgressBar>
#include <QSettings>
#include <QStandardPaths>
#include <QtConcurrent>

namespace wiretale {

namespace {

constexpr QLatin1StringView FolderKey("saving/folder");

} // namespace

QStringList exportNameFilters()
{
    QStringList filters;
    for (const ExportFormat &format : allExportFormats())
        filters << QStringLiteral("%1 (*%2)")
                       .arg(format.translatedDescription(), QLatin1StringView(format.suffix));
    return filters;
}

TrafficSaver::TrafficSaver(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_progress(new QProgressBar(window))
{
    m_save.setShortcut(QKeySequence::Save);
    m_save.setIcon(glyphIcon(Glyph::Save));
    m_save.setEnabled(false);
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(120);
    m_progress->setTextVisible(false);
    m_progress->hide();
    connect(&m_save, &QAction::triggered, this, &TrafficSaver::askForPath);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &TrafficSaver::onFinished);
    retranslate();
}

TrafficSaver::~TrafficSaver()
{
    // A file that is half written would be thrown away; people asked for it, so it is finished.
    m_watcher.waitForFinished();
}

void TrafficSaver::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
    m_save.setEnabled(m_log && !m_watcher.isRunning());
}

QWidget *TrafficSaver::progress() const noexcept
{
    return m_progress;
}

void TrafficSaver::askForPath()
{
    auto *dialog = new SaveDialog(m_offer ? m_offer() : SaveOffer(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDirectory(folder());
    dialog->selectFile(m_suggestedName); // the ending follows from the format
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog](const QString &path) { save(path, dialog->choice(), dialog->filter()); });
    dialog->open();
}

// Where somebody saved last, else where people keep such things.
QString TrafficSaver::folder()
{
    const QString last = QSettings().value(FolderKey).toString();
    if (QFileInfo(last).isDir())
        return last;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

void TrafficSaver::save(const QString &path, const ExportChoice &choice, const Filter &filter)
{
    if (!m_log || m_watcher.isRunning())
        return;
    m_path = path;
    m_save.setEnabled(false);
    m_progress->show();
    m_watcher.setFuture(QtConcurrent::run([log = m_log, path, choice, filter] {
        ExportChoice narrowed = choice;
        if (!filter.isEmpty())
            narrowed.records = recordsChosenBy(filter, *log);
        return exportLog(*log, path, narrowed, allExportFormats());
    }));
}

void TrafficSaver::onFinished()
{
    m_progress->hide();
    m_save.setEnabled(m_log != nullptr);
    const Result<void> result = m_watcher.result();
    if (!result) {
        Q_EMIT failed(result.error().message);
        return;
    }
    QSettings().setValue(FolderKey, QFileInfo(m_path).absolutePath());
    Q_EMIT saved(m_path);
}

void TrafficSaver::retranslate()
{
    m_save.setText(tr("&Save traffic as…"));
    m_save.setToolTip(tr("Save the traffic as a file that other tools open (Ctrl+S)"));
    m_progress->setAccessibleName(tr("Saving the traffic"));
}

} // namespace wiretale
