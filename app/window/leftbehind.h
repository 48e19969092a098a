// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/noticebar.h"

#include <QAction>
#include <QDateTime>
#include <QFutureWatcher>

#include <optional>

namespace wiretale {

/// Offers what a crash left behind: the recording of a program that died, to be opened or thrown away. One at
/// a time, the youngest first; who does neither is asked again at the next start.
class LeftBehind : public QObject
{
    Q_OBJECT

public:
    /// The bar belongs to `window`, which places it.
    explicit LeftBehind(QWidget *window);
    ~LeftBehind() override;

    /// Looks for such recordings, in another thread; those in which nothing passed, and nothing is damaged,
    /// are removed.
    void look();
    [[nodiscard]] NoticeBar *bar() noexcept { return m_bar; }
    [[nodiscard]] QAction *openAction() noexcept { return &m_open; }
    [[nodiscard]] QAction *discardAction() noexcept { return &m_discard; }
    /// Whether the file is one that was offered and opened; it is to go away once it is kept elsewhere.
    [[nodiscard]] bool isOpened(const QString &path) const { return m_opened.contains(path); }
    /// What was opened is kept elsewhere, or not wanted.
    void remove(const QString &path);
    void retranslate();

    /// A recording that nobody writes any more.
    struct Recording
    {
        QString path;
        QDateTime ended; ///< when it was last written
        qint64 bytes = 0;
    };

Q_SIGNALS:
    void openWanted(const QString &path);

private:
    void offerNext();
    void showOffer();

    NoticeBar *m_bar;
    QAction m_open;
    QAction m_discard;
    QAction m_later;
    QFutureWatcher<QList<Recording>> m_search;
    QList<Recording> m_found; ///< the first is offered
    QStringList m_opened;
};

} // namespace wiretale
