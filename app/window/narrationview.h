// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;

namespace wiretale {

class LessonPlayer;
class QuestionView;

/// The lesson that is on: what its chapter tells, the question that waits, how far it is; at its end the
/// score, the closing words and the myth cards.
class NarrationView : public QWidget
{
    Q_OBJECT

public:
    explicit NarrationView(LessonPlayer &player, QWidget *parent = nullptr);

    // Menus and page keys share them.
    [[nodiscard]] QAction *backAction() noexcept { return &m_back; }
    [[nodiscard]] QAction *nextAction() noexcept { return &m_next; }
    [[nodiscard]] QAction *toEndAction() noexcept { return &m_toEnd; }
    [[nodiscard]] QAction *againAction() noexcept { return &m_again; }
    [[nodiscard]] QAction *leaveAction() noexcept { return &m_leave; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAll();
    void showText();
    void showQuestion();
    void showActions();
    void retranslate();
    [[nodiscard]] QString chapterText() const;
    [[nodiscard]] QString endText() const;
    [[nodiscard]] QString mythsText() const;
    [[nodiscard]] QString withMeasured(const QString &text) const;

    LessonPlayer &m_player;
    QLabel *m_title;
    QTextBrowser *m_text;
    QuestionView *m_question;
    QProgressBar *m_progress;
    QAction m_back;
    QAction m_next;
    QAction m_toEnd;
    QAction m_again;
    QAction m_leave;
    QString m_shownText;
};

} // namespace wiretale
