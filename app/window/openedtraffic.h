// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/noticebar.h"
#include "app/window/trafficopener.h"

#include <QAction>

#include <memory>

namespace wiretale {

class EngineThread;

/// A file of traffic that the window shows in place of what runs: has it read, puts it into the engine's
/// place, tells in a line across the window what is shown and how far the reading is. What runs goes on until
/// the file's first messages are there, so that a file that cannot be opened costs nothing.
class OpenedTraffic : public QObject
{
    Q_OBJECT

public:
    /// The bar belongs to `window`, which places it.
    OpenedTraffic(EngineThread &engine, QWidget *window);

    /// It is called `name` on screen; unless told, as the file is.
    void open(const QString &path, const QString &name = {});
    /// Whether a file is shown.
    [[nodiscard]] bool isOn() const noexcept { return m_isOn; }
    [[nodiscard]] bool isReading() const noexcept { return m_isReading; }
    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] const QString &name() const noexcept { return m_name; }
    /// It is kept under another name now.
    void setName(const QString &name);
    [[nodiscard]] const std::shared_ptr<const TrafficLog> &log() const noexcept { return m_log; }
    /// It is our own capture, as it was recorded, rather than something that had to be made into one.
    [[nodiscard]] bool isAsRecorded() const;
    [[nodiscard]] NoticeBar *bar() noexcept { return m_bar; }
    [[nodiscard]] QAction *cancelAction() noexcept { return &m_cancel; }
    [[nodiscard]] QAction *liveAction() noexcept { return &m_live; }
    void retranslate();

Q_SIGNALS:
    /// The file's first messages are shown, and more may follow.
    void shown();
    /// All that will be read of it is there.
    void wholeRead();
    /// It is shown no more; something runs.
    void left();
    void failed(const QString &sentence);
    /// Somebody wants to see what runs again.
    void liveWanted();

private:
    void onOpened(const std::shared_ptr<const TrafficLog> &log, const Scorecard &scorecard);
    void onLogReplaced(const std::shared_ptr<const TrafficLog> &log);
    void onTold();
    void onEnded(const QString &remark, const Scorecard &scorecard);
    void showState();

    EngineThread &m_engine;
    TrafficOpener m_opener;
    NoticeBar *m_bar;
    QAction m_cancel;
    QAction m_live;
    QString m_askedPath; ///< what is being opened
    QString m_askedName;
    QString m_path;
    QString m_name;
    QString m_remark;
    std::shared_ptr<const TrafficLog> m_log;
    double m_progress = 0;
    bool m_isOn = false;
    bool m_isReading = false;
};

} // namespace wiretale
