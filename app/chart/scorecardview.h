// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/chart/scorecardmodel.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace wiretale {

/// The scorecard as people see it: a row a technique, its clients beneath, the best of each column in bold,
/// and a line that says what the times mean.
class ScorecardView : public QWidget
{
    Q_OBJECT

public:
    explicit ScorecardView(QWidget *parent = nullptr);

    void setScorecard(const Scorecard &scorecard);
    void setRunning(const std::array<bool, TechniqueCount> &running);

    [[nodiscard]] const ScorecardModel &model() const noexcept { return m_model; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void fitColumnsAnew();
    void rememberOpen();
    void openAgain();
    void retranslate();

    ScorecardModel m_model;
    QTreeView *m_table;
    QLabel *m_note;
    std::array<bool, TechniqueCount> m_open {};
};

} // namespace wiretale
