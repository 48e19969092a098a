// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/moment.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace wiretale {

/// Asks until which moment the clock is to run, in the words that lessons use; offers the usual ones and says
/// what is wrong while one types.
class RunUntilDialog : public QDialog
{
    Q_OBJECT

public:
    /// `client` is offered for "the next message of": that of the message chosen; may be empty.
    RunUntilDialog(const QString &client, QWidget *parent);

    [[nodiscard]] Moment moment() const { return m_moment; }
    [[nodiscard]] QComboBox *words() noexcept { return m_words; }

private:
    void judge();

    QComboBox *m_words;
    QLabel *m_fault;
    QDialogButtonBox *m_buttons;
    Moment m_moment;
};

} // namespace wiretale
