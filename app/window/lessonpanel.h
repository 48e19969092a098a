// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStackedWidget>

#include <optional>

namespace wiretale {

class LessonChooser;
class LessonList;
class LessonPlayer;
class NarrationView;
struct LessonEntry;

/// What stands beside the diagram: the start page, or, while a lesson is on, its narration.
class LessonPanel : public QStackedWidget
{
    Q_OBJECT

public:
    LessonPanel(LessonChooser &chooser, LessonPlayer &player, QWidget *parent = nullptr);

    [[nodiscard]] NarrationView *narration() noexcept { return m_narration; }
    [[nodiscard]] LessonList *list() noexcept { return m_list; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPage();
    [[nodiscard]] std::optional<LessonEntry> following() const;

    LessonChooser &m_chooser;
    LessonPlayer &m_player;
    LessonList *m_list;
    NarrationView *m_narration;
};

} // namespace wiretale
