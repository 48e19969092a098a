// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/shapesearch.h"

#include <QAction>
#include <QFutureWatcher>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace wiretale {

class TrafficLog;

/// Finds text in all bodies, and places where a few arrows recur. Looks through the log in a thread of its
/// own; what is found shows as it comes, and the search can be broken off.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPanel(QWidget *parent = nullptr);
    ~SearchPanel() override;

    void setLog(const std::shared_ptr<const TrafficLog> &log);
    /// Of these messages, which one client's are looked for.
    void findShapeOf(const std::vector<RecordNumber> &numbers);
    void findText(const QString &text);
    void cancel();
    void retranslate();

    [[nodiscard]] bool isSearching() const;
    /// How many places were found; only the first of them are listed.
    [[nodiscard]] int found() const noexcept { return m_found; }
    [[nodiscard]] QListWidget &list() noexcept { return *m_list; }
    [[nodiscard]] QLineEdit &line() noexcept { return *m_line; }
    [[nodiscard]] QString state() const;

Q_SIGNALS:
    /// The user chose a place; its first message.
    void messageWanted(wiretale::RecordNumber number);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Watcher = QFutureWatcher<ShapeFind>;

    void watch(const QFuture<ShapeFind> &future, const QString &what);
    void take(int begin, int end);
    void showState();

    std::shared_ptr<const TrafficLog> m_log;
    Watcher m_watcher;
    QString m_what; ///< that is looked for, in words
    int m_found = 0;
    QLineEdit *m_line;
    QPushButton *m_find;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_state;
    QListWidget *m_list;
};

} // namespace wiretale
