// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lessonscore.h"

#include <QFrame>

#include <functional>
#include <optional>

class QButtonGroup;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace wiretale {

/// One question: what is asked, what can be answered, and, once it was, what is right and why.
class QuestionView : public QFrame
{
    Q_OBJECT

public:
    /// Puts measured figures into a text.
    using WithFigures = std::function<QString(const QString &)>;

    explicit QuestionView(QWidget *parent = nullptr);

    /// Shows a question that nobody has answered yet, or, with `given`, how it was answered; an answer
    /// without anything in it: not at all. What is chosen but not answered yet stays chosen while the same is
    /// shown.
    void show(const LessonQuestion &question, const std::optional<GivenAnswer> &given, Mark mark,
              const WithFigures &withFigures);
    /// What was shown is shown no more; the same question would be a new one.
    void forget() { m_shown.reset(); }
    /// Answers as the button does, if something is chosen.
    void answerIfChosen();

Q_SIGNALS:
    void answered(const wiretale::GivenAnswer &given);
    void goneOn();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Shown
    {
        QString ask; ///< in its language
        std::optional<GivenAnswer> given;
        Mark mark = Mark::Unanswered;

        friend bool operator==(const Shown &, const Shown &) = default;
    };

    void clear();
    void takeFocus();
    void addChoices(const LessonQuestion &question, const std::optional<GivenAnswer> &given,
                    const WithFigures &withFigures);
    void addGuess(const LessonQuestion &question, const std::optional<GivenAnswer> &given);
    void addVerdict(const LessonQuestion &question, Mark mark, const WithFigures &withFigures);
    QLabel *addText(const QString &text);
    void answer();
    void retranslate();

    QLabel *m_ask;
    QVBoxLayout *m_body;
    QPushButton *m_button;
    QPushButton *m_skip;
    QWidget *m_answers = nullptr; // made anew for each question
    QVBoxLayout *m_rows = nullptr;
    QButtonGroup *m_choices = nullptr;
    QDoubleSpinBox *m_guess = nullptr;
    std::optional<Shown> m_shown;
    bool m_isAnswered = false;
    bool m_isChosen = false;
};

} // namespace wiretale
