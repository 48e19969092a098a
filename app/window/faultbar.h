// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace wiretale {

/// A line across the window that says what went wrong, and offers to try again where that makes sense. Hidden
/// while all is well.
class FaultBar : public QFrame
{
    Q_OBJECT

public:
    explicit FaultBar(QWidget *parent = nullptr);

    /// `sentence` is translated.
    void showFault(const QString &sentence);
    /// As showFault(), with a button to begin anew.
    void showFailure(const QString &sentence);
    [[nodiscard]] QString fault() const;

Q_SIGNALS:
    void triedAgain();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_sentence;
    QToolButton *m_again;
    QToolButton *m_close;
};

} // namespace wiretale
