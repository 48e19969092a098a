// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/filter.h"

#include <QLineEdit>
#include <QStringListModel>

#include <functional>
#include <optional>

class QCompleter;

namespace wiretale {

/// The line in which a filter is written: offers what may stand at the cursor (while typing, by Down and by
/// Ctrl+Space), and underlines what is wrong. Escape closes what is offered, then empties the line.
class FilterBarLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterBarLine(QWidget *parent = nullptr);

    /// Asked for names whenever some are to be offered.
    void setClientNames(std::function<QStringList()> names) { m_clientNames = std::move(names); }
    void showError(const std::optional<FilterError> &error);
    /// What is offered at the moment; empty when nothing is.
    [[nodiscard]] QStringList offered() const;

Q_SIGNALS:
    void emptied();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offer();
    void takeOffered(const QString &word);
    [[nodiscard]] bool isOffering() const;
    /// The word that was moved to; empty when none was.
    [[nodiscard]] QString chosen() const;

    QStringListModel m_words;
    QCompleter *m_completer;
    std::function<QStringList()> m_clientNames;
    qsizetype m_begin = 0; ///< where the word offered goes
    qsizetype m_length = 0;
};

} // namespace wiretale
