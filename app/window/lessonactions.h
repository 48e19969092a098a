// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>

#include <memory>

class QMenu;

namespace wiretale {

class LessonChooser;
class LessonPlayer;
class NarrationView;
class TrafficLog;

/// What the lesson menu offers: opening a lesson from anywhere, the folder of one's own lessons, moving
/// through the lesson that is on, the lessons themselves.
class LessonActions : public QObject
{
    Q_OBJECT

public:
    LessonActions(LessonChooser &chooser, LessonPlayer &player, QWidget *window);

    void fill(QMenu *menu, NarrationView &narration);
    void open();
    /// What goes along with an attempt.
    void setLog(const std::shared_ptr<const TrafficLog> &log) { m_log = log; }
    void retranslate();

Q_SIGNALS:
    void recordsCleared();
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    void openFolder();
    void clearRecords();
    void saveAttempt();

    LessonChooser &m_chooser;
    LessonPlayer &m_player;
    QWidget *m_window;
    QAction m_open;
    QAction m_openFolder;
    QAction m_reload;
    QAction m_saveAttempt;
    QAction m_clearRecords;
    std::shared_ptr<const TrafficLog> m_log;
};

} // namespace wiretale
