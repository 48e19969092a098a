// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lessonscore.h"

#include <QFrame>

#include <functional>

class QBoxLayout;
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

    /// Shows a question that nobody has answered, or, with `given`, how it was answered.
    void show(const LessonQuestion &question, const std::optional<GivenAnswer> &given, Mark mark,
              const WithFigures &withFigures);

Q_SIGNALS:
    void answered(const wiretale::GivenAnswer &given);
    void goneOn();

protected:
    void changeEvent(QEvent *event) override;

private:
    void clear();
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
    bool m_isAnswered = false;
};

} // namespace wiretale
