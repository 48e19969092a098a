// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/openactions.h"

#include "app/journal/logreader.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

namespace wiretale {

namespace {

constexpr QLatin1StringView RecentKey("opening/recent");
constexpr QLatin1StringView FolderKey("opening/folder");

QStringList patterns(const QStringList &suffixes)
{
    QStringList result;
    for (const QString &suffix : suffixes)
        result << u'*' + suffix;
    return result;
}

QString filterOf(const QString &name, const QStringList &suffixes)
{
    return QStringLiteral("%1 (%2)").arg(name, patterns(suffixes).join(u' '));
}

} // namespace

bool isLessonFile(const QString &path)
{
    return path.endsWith(QStringLiteral(".yaml"), Qt::CaseInsensitive)
        || path.endsWith(QStringLiteral(".yml"), Qt::CaseInsensitive);
}

OpenActions::OpenActions(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_recent(std::make_unique<QMenu>())
{
    m_open.setShortcut(QKeySequence::Open);
    connect(&m_open, &QAction::triggered, this, &OpenActions::ask);
    connect(m_recent.get(), &QMenu::aboutToShow, this, &OpenActions::listRecent);
    connect(&m_forget, &QAction::triggered, this, [] { QSettings().remove(RecentKey); });
    listRecent();
    retranslate();
}

OpenActions::~OpenActions() = default;

void OpenActions::ask()
{
    auto *dialog = new QFileDialog(m_window, tr("Open"), QSettings().value(FolderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    const QStringList traffic = readableSuffixes();
    const QStringList lessons {QStringLiteral(".yaml"), QStringLiteral(".yml")};
    dialog->setNameFilters({filterOf(tr("All that Wiretale opens"), traffic + lessons),
                            filterOf(tr("Traffic"), traffic), filterOf(tr("Lessons"), lessons),
                            filterOf(tr("All files"), {QString()})});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSettings().setValue(FolderKey, QFileInfo(path).absolutePath());
        Q_EMIT fileWanted(path);
    });
    dialog->open();
}

void OpenActions::remember(const QString &path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList paths = recentPaths();
    paths.removeAll(whole);
    paths.prepend(whole);
    QSettings().setValue(RecentKey, QStringList(paths.mid(0, MostRecent)));
}

QStringList OpenActions::recentPaths()
{
    QStringList paths = QSettings().value(RecentKey).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void OpenActions::listRecent()
{
    m_recent->clear();
    const QStringList paths = recentPaths();
    for (const QString &path : paths) {
        QString shown = QDir::toNativeSeparators(path);
        const QString home = QDir::toNativeSeparators(QDir::homePath()) + QDir::separator();
        if (shown.startsWith(home))
            shown = QStringLiteral("~") + QDir::separator() + shown.mid(home.size());
        m_recent->addAction(shown.replace(u'&', QStringLiteral("&&")), this,
                            [this, path] { Q_EMIT fileWanted(path); });
    }
    m_recent->addSeparator();
    m_recent->addAction(&m_forget);
    m_forget.setEnabled(!paths.isEmpty());
}

QString OpenActions::fileIn(const QMimeData &dragged)
{
    const QList<QUrl> urls = dragged.urls();
    for (const QUrl &url : urls) {
        if (const QString path = url.toLocalFile(); QFileInfo(path).isFile())
            return path;
    }
    return {};
}

void OpenActions::retranslate()
{
    m_open.setText(tr("&Open…"));
    m_open.setToolTip(tr("Open traffic that was saved, or captured by other programs, or a lesson"));
    m_recent->setTitle(tr("Open &recent"));
    m_forget.setText(tr("&Forget these"));
}

} // namespace wiretale
