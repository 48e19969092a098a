// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QStringList>

#include <memory>

class QMenu;
class QMimeData;

namespace wiretale {

/// The ways to a file: a dialog, what was opened before, what is dropped on the window. Traffic and lessons
/// alike; what a file is, is for those to find out who open it.
class OpenActions : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostRecent = 10;

    /// Dialogs belong to `window`.
    explicit OpenActions(QWidget *window);
    ~OpenActions() override;

    [[nodiscard]] QAction *openAction() noexcept { return &m_open; }
    /// What was opened before, the latest first; files that are gone are left out.
    [[nodiscard]] QMenu *recentMenu() const noexcept { return m_recent.get(); }

    /// From now on it is the latest of what was opened.
    void remember(const QString &path);
    [[nodiscard]] static QStringList recentPaths();
    /// The first file among what is dragged; empty: there is none.
    [[nodiscard]] static QString fileIn(const QMimeData &dragged);
    void retranslate();

Q_SIGNALS:
    void fileWanted(const QString &path);

private:
    void ask();
    void listRecent();

    QWidget *m_window;
    QAction m_open;
    QAction m_forget;
    std::unique_ptr<QMenu> m_recent;
};

/// Whether the ending says that it is a lesson.
[[nodiscard]] bool isLessonFile(const QString &path);

} // namespace wiretale
