// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace wiretale {

/// A quiet line across the window: a sentence, what can be done about it, and how far something is. Hidden
/// until it is shown.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// A button for it, seen while the action is visible.
    void addAction(QAction *action);
    /// `sentence` is translated.
    void setSentence(const QString &sentence);
    [[nodiscard]] QString sentence() const;
    /// From 0 to 1; negative: there is nothing to wait for.
    void setProgress(double progress);

private:
    QLabel *m_sentence;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
};

} // namespace wiretale
