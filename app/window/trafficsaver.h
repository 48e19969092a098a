// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/savedialog.h"
#include "common/result.h"

#include <QAction>
#include <QFutureWatcher>

#include <functional>
#include <memory>

class QProgressBar;

namespace wiretale {

class TrafficLog;

/// Saves the traffic as a file of any format that there is, while the window goes on. One file at a time.
class TrafficSaver : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to `window`.
    explicit TrafficSaver(QWidget *window);
    ~TrafficSaver() override;

    void setLog(std::shared_ptr<const TrafficLog> log);
    /// What a file is called unless somebody calls it otherwise; without an ending.
    void setSuggestedName(const QString &name) { m_suggestedName = name; }
    [[nodiscard]] QAction *saveAction() noexcept { return &m_save; }
    /// To be placed in a status bar; seen only while a file is being written.
    [[nodiscard]] QWidget *progress() const noexcept;

    /// What is offered besides everything, asked for whenever the dialog opens.
    void setOffer(std::function<SaveOffer()> offer) { m_offer = std::move(offer); }

    /// Writes what was chosen of what was recorded until now; the format follows from the ending. Ends with
    /// saved() or failed().
    void save(const QString &path, const ExportChoice &choice = {}, const Filter &filter = {});
    void retranslate();

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    [[nodiscard]] static QString folder();
    void askForPath();
    void onFinished();

    QWidget *m_window;
    QAction m_save;
    QProgressBar *m_progress;
    std::shared_ptr<const TrafficLog> m_log;
    std::function<SaveOffer()> m_offer;
    QFutureWatcher<Result<void>> m_watcher;
    QString m_path;
    QString m_suggestedName;
};

/// The name filters of a file dialog, one a format in the order of the table.
[[nodiscard]] QStringList exportNameFilters();

} // namespace wiretale
