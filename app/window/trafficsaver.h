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
///
/// Traffic is kept once all of it is in a capture (.pcapng), which is the format that opens again as it was;
/// that file is its home, which Save writes again. Other formats are copies for other programs.
class TrafficSaver : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to `window`.
    explicit TrafficSaver(QWidget *window);
    ~TrafficSaver() override;

    /// Traffic that is being recorded, and has no home yet.
    void setLog(std::shared_ptr<const TrafficLog> log);
    enum class Origin
    {
        Recording, ///< kept at `home`, if there is one
        Elsewhere, ///< kept in a file that is not ours to write
        Rescued ///< kept nowhere, though it does not grow
    };
    /// Where the traffic came from, if it was not recorded just now.
    void setOrigin(Origin origin, const QString &home = {});
    /// Nothing can be saved while a file is still being read.
    void setReading(bool isReading);
    [[nodiscard]] const QString &home() const noexcept { return m_home; }
    /// Whether there is traffic that is kept nowhere.
    [[nodiscard]] bool isUnsaved() const;
    /// What a file is called unless somebody calls it otherwise; without an ending.
    void setSuggestedName(const QString &name) { m_suggestedName = name; }
    [[nodiscard]] QAction *saveAction() noexcept { return &m_save; }
    [[nodiscard]] QAction *saveAsAction() noexcept { return &m_saveAs; }
    /// To be placed in a status bar; seen only while a file is being written.
    [[nodiscard]] QWidget *progress() const noexcept;

    /// What is offered besides everything, asked for whenever the dialog opens.
    void setOffer(std::function<SaveOffer()> offer) { m_offer = std::move(offer); }

    /// Writes what was chosen of what was recorded until now; the format follows from the ending. Ends with
    /// saved() or failed().
    void save(const QString &path, const ExportChoice &choice = {}, const Filter &filter = {});
    /// To its home; asks where that is to be when it has none. Calls `done` once all of it is there, and
    /// never if it does not come to that.
    void saveHome(std::function<void()> done = {});
    void retranslate();

Q_SIGNALS:
    void saved(const QString &path);
    /// It has a home now, or none any more.
    void homeChanged();
    void failed(const QString &sentence);

private:
    [[nodiscard]] static QString folder();
    void askForPath();
    void onFinished();
    void enableActions();
    void setHome(const QString &path);

    QWidget *m_window;
    QAction m_save;
    QAction m_saveAs;
    QProgressBar *m_progress;
    std::shared_ptr<const TrafficLog> m_log;
    std::function<SaveOffer()> m_offer;
    QFutureWatcher<Result<void>> m_watcher;
    QString m_path;
    QString m_home; ///< empty: none
    QString m_suggestedName;
    std::function<void()> m_done;
    std::weak_ptr<const TrafficLog> m_saving; ///< what is being saved
    quint64 m_keptRevision = 0; ///< the journal's when it was last saved to its home
    quint64 m_savingRevision = 0;
    Origin m_origin = Origin::Recording;
    bool m_isWhole = false; ///< what is being saved is all there is, as a capture
    bool m_isReading = false;
    bool m_isHomeNext = false; ///< saveHome() waits for what is being saved
};

/// The name filters of a file dialog, one a format in the order of the table.
[[nodiscard]] QStringList exportNameFilters();

} // namespace wiretale
