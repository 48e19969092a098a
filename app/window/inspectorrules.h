// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/rulebook.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace wiretale {

/// Whether a message keeps the rules, and each rule that it breaks with its clause. Choosing one leads to
/// the bytes.
class InspectorRules : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorRules(QWidget *parent = nullptr);

    void setBreaches(Verdict verdict, std::vector<Breach> breaches);
    void retranslate();
    [[nodiscard]] QString verdictText() const;
    [[nodiscard]] QListWidget &list() noexcept { return *m_list; }

Q_SIGNALS:
    /// The user wants to see where a rule is broken.
    void bytesWanted(qint64 begin, qint64 length);

private:
    void show();

    Verdict m_verdict = Verdict::None;
    std::vector<Breach> m_breaches;
    QLabel *m_lamp;
    QLabel *m_text;
    QListWidget *m_list;
};

} // namespace wiretale
