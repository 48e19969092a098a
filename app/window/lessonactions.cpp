// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/lessonactions.h"

#include "app/journal/trafficlog.h"
#include "app/window/lessonchooser.h"
#include "app/window/lessonplayer.h"
#include "app/window/lessonrecords.h"
#include "app/window/narrationview.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>
#include <QSettings>
#include <QUrl>

namespace wiretale {

LessonActions::LessonActions(LessonChooser &chooser, LessonPlayer &player, QWidget *window)
    : QObject(window)
    , m_chooser(chooser)
    , m_player(player)
    , m_window(window)
{
    connect(&m_open, &QAction::triggered, this, &LessonActions::open);
    connect(&m_openFolder, &QAction::triggered, this, &LessonActions::openFolder);
    connect(&m_reload, &QAction::triggered, &m_chooser, &LessonChooser::reload);
    connect(&m_saveAttempt, &QAction::triggered, this, &LessonActions::saveAttempt);
    connect(&m_player, &LessonPlayer::lessonChanged, this,
            [this] { m_saveAttempt.setEnabled(m_player.isOn() && !m_player.isExperiment()); });
    m_saveAttempt.setEnabled(false);
    connect(&m_clearRecords, &QAction::triggered, this, &LessonActions::clearRecords);
    retranslate();
}

void LessonActions::fill(QMenu *menu, NarrationView &narration)
{
    menu->addActions({&m_open, &m_openFolder, &m_reload});
    menu->addSeparator();
    menu->addActions({narration.nextAction(), narration.backAction(), narration.toEndAction(),
                      narration.againAction(), narration.leaveAction()});
    menu->addSeparator();
    menu->addActions({&m_saveAttempt, &m_clearRecords});
    menu->addSeparator();
    m_chooser.fill(menu);
}

void LessonActions::open()
{
    const QString path
        = QFileDialog::getOpenFileName(m_window, tr("Open a lesson"), QString(),
                                       tr("Lessons (%1)").arg(u'*' + QString::fromLatin1(LessonSuffix))
                                           + QStringLiteral(";;") + tr("All files (%1)").arg(u'*'));
    if (!path.isEmpty())
        m_player.open(path);
}

void LessonActions::openFolder()
{
    const QString folder = userLessonFolder();
    if (!QDir().mkpath(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        Q_EMIT failed(tr("The folder %1 cannot be opened; put your lessons there by other means.")
                          .arg(QDir::toNativeSeparators(folder)));
}

void LessonActions::saveAttempt()
{
    const QString key = QStringLiteral("lesson/student");
    bool isGiven = false;
    const QString student
        = QInputDialog::getText(m_window, tr("Save the attempt"), tr("Your name:"), QLineEdit::Normal,
                                QSettings().value(key).toString(), &isGiven);
    if (!isGiven || !m_player.isOn())
        return;
    QSettings().setValue(key, student);
    const QString path = QFileDialog::getSaveFileName(
        m_window, tr("Save the attempt"), m_player.lesson().id + QStringLiteral(".attempt.json"),
        tr("Attempts (%1)").arg(QStringLiteral("*.attempt.json")));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray json = toJson(m_player.attemptOf(student.trimmed()), m_log.get());
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        Q_EMIT failed(tr("The attempt could not be written to %1: %2. Choose another place.")
                          .arg(QDir::toNativeSeparators(path), file.errorString()));
    else
        Q_EMIT saved(path);
}

void LessonActions::clearRecords()
{
    const auto answer = QMessageBox::question(
        m_window, tr("Forget the scores"),
        tr("Forget which lessons were finished and how many predictions were right?"));
    if (answer != QMessageBox::Yes)
        return;
    clearLessonRecords();
    Q_EMIT recordsCleared();
}

void LessonActions::retranslate()
{
    m_open.setText(tr("&Open a lesson…"));
    m_openFolder.setText(tr("Open the lessons' &folder"));
    m_openFolder.setToolTip(tr("Lessons that lie there are listed with the others"));
    m_reload.setText(tr("&Look for lessons again"));
    m_saveAttempt.setText(tr("Save the a&ttempt…"));
    m_saveAttempt.setToolTip(tr("A file with your predictions, to be handed in"));
    m_clearRecords.setText(tr("Forget the &scores…"));
}

} // namespace wiretale
