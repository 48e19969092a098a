// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lessonlibrary.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace wiretale {

/// The start page: what the window shows, and the lessons that there are, with what of them is done already.
class LessonList : public QWidget
{
    Q_OBJECT

public:
    explicit LessonList(QWidget *parent = nullptr);

    void setLessons(const QList<LessonEntry> &lessons);
    /// Reads again which lessons were finished, and how well.
    void showScores();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const wiretale::LessonEntry &entry);
    void openWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void begin();

    QList<LessonEntry> m_lessons;
    QLabel *m_welcome;
    QTreeWidget *m_tree;
    QLabel *m_summary;
    QPushButton *m_begin;
    QPushButton *m_open;
};

} // namespace wiretale
