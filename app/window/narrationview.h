// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;
class QToolButton;

namespace wiretale {

class LessonPlayer;
class QuestionView;
struct LessonEntry;

/// The lesson that is on: what its chapter tells, the question that waits, what the time does, how far it is;
/// at its end the score, the closing words, the way on and the myth cards.
class NarrationView : public QWidget
{
    Q_OBJECT

public:
    explicit NarrationView(LessonPlayer &player, QWidget *parent = nullptr);

    /// The lesson that the end of this one leads to, if any.
    void setFollowing(const std::optional<LessonEntry> &lesson);

    // Menus and page keys share them.
    [[nodiscard]] QAction *backAction() noexcept { return &m_back; }
    [[nodiscard]] QAction *nextAction() noexcept { return &m_next; }
    [[nodiscard]] QAction *toEndAction() noexcept { return &m_toEnd; }
    [[nodiscard]] QAction *againAction() noexcept { return &m_again; }
    [[nodiscard]] QAction *leaveAction() noexcept { return &m_leave; }

Q_SIGNALS:
    void followingWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAll();
    void showText();
    void showQuestion();
    void showActions();
    void retranslate();
    void goOn();
    void openLink(const QUrl &url);
    [[nodiscard]] bool asks() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString recordedText() const;
    [[nodiscard]] QString chapterText() const;
    [[nodiscard]] QString endText() const;
    [[nodiscard]] QString figuresText() const;
    [[nodiscard]] QString followingText() const;
    [[nodiscard]] QString mythsText() const;
    [[nodiscard]] QString withMeasured(const QString &text) const;

    LessonPlayer &m_player;
    QToolButton *m_out;
    QLabel *m_title;
    QTextBrowser *m_text;
    QuestionView *m_question;
    QLabel *m_state;
    QProgressBar *m_progress;
    QLabel *m_count;
    QAction m_back;
    QAction m_next;
    QAction m_toEnd;
    QAction m_again;
    QAction m_leave;
    QString m_shownText;
    QString m_following; ///< title of the lesson after this one
};

} // namespace wiretale
