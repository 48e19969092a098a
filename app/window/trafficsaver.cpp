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
    enableActions();
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(120);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_saveAs.setShortcut(
        QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_S)); // the standard one is not everywhere
    connect(&m_save, &QAction::triggered, this, [this] { saveHome(); });
    connect(&m_saveAs, &QAction::triggered, this, &TrafficSaver::askForPath);
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
    m_keptRevision = 0;
    m_isReading = false;
    setOrigin(Origin::Recording, m_log && !m_log->isTemporary() ? m_log->capturePath() : QString());
    enableActions();
}

void TrafficSaver::setOrigin(Origin origin, const QString &home)
{
    m_origin = origin;
    setHome(home);
}

void TrafficSaver::setReading(bool isReading)
{
    m_isReading = isReading;
    enableActions();
}

bool TrafficSaver::isUnsaved() const
{
    if (!m_log || m_log->journal().size() == 0 || m_origin == Origin::Elsewhere)
        return false;
    return m_home.isEmpty() || (m_keptRevision != 0 && m_keptRevision != m_log->revision());
}

void TrafficSaver::setHome(const QString &path)
{
    m_home = path;
    Q_EMIT homeChanged();
}

void TrafficSaver::enableActions()
{
    const bool canSave = m_log && !m_isReading && !m_watcher.isRunning();
    m_save.setEnabled(canSave);
    m_saveAs.setEnabled(canSave);
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
    connect(dialog, &QDialog::rejected, this, [this] { m_done = {}; });
    dialog->open();
}

void TrafficSaver::saveHome(std::function<void()> done)
{
    m_done = std::move(done);
    m_isHomeNext = m_watcher.isRunning();
    if (m_isHomeNext)
        return;
    if (m_home.isEmpty())
        askForPath();
    else
        save(m_home);
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
    m_isWhole = path.endsWith(QStringLiteral(".pcapng"), Qt::CaseInsensitive) && choice.records.isAll()
        && !choice.stretch && filter.isEmpty();
    m_saving = m_log;
    m_savingRevision = m_log->revision();
    m_progress->show();
    m_watcher.setFuture(QtConcurrent::run([log = m_log, path, choice, filter] {
        ExportChoice narrowed = choice;
        if (!filter.isEmpty())
            narrowed.records = recordsChosenBy(filter, *log);
        return exportLog(*log, path, narrowed, allExportFormats());
    }));
    enableActions();
}

void TrafficSaver::onFinished()
{
    m_progress->hide();
    enableActions();
    const Result<void> result = m_watcher.result();
    std::function<void()> done = std::exchange(m_done, {});
    if (std::exchange(m_isHomeNext, false))
        QMetaObject::invokeMethod(
            this, [this, next = std::exchange(done, {})] { saveHome(next); }, Qt::QueuedConnection);
    if (!result) {
        Q_EMIT failed(result.error().message);
        return;
    }
    QSettings().setValue(FolderKey, QFileInfo(m_path).absolutePath());
    Q_EMIT saved(m_path);
    if (m_saving.lock() != m_log)
        return;
    if (m_isWhole) {
        m_origin = Origin::Recording;
        m_keptRevision = m_savingRevision;
        setHome(m_path);
        if (done)
            done();
    } else if (!m_home.isEmpty() && QFileInfo(m_path) == QFileInfo(m_home)) {
        setHome({}); // a part stands there now
    }
}

void TrafficSaver::retranslate()
{
    m_save.setText(tr("&Save"));
    m_save.setToolTip(tr("Keep the traffic in its file (Ctrl+S)"));
    m_saveAs.setText(tr("Save &as…"));
    m_saveAs.setToolTip(tr("Save the traffic, or a part of it, as a file that Wiretale or other tools open"));
    m_progress->setAccessibleName(tr("Saving the traffic"));
}

} // namespace wiretale
