// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/questionview.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace wiretale {

namespace {

constexpr double LargestGuess = 1e12;
constexpr int ExplanationIndent = 24;

// A button's text does not wrap; its label beside it does, and a click on it counts.
class WrappingLabel : public QLabel
{
public:
    WrappingLabel(const QString &text, QAbstractButton *button, QWidget *parent)
        : QLabel(text, parent)
        , m_button(button)
    {
        setWordWrap(true);
        setTextFormat(Qt::MarkdownText);
    }

protected:
    void mousePressEvent(QMouseEvent * /*event*/) override { m_button->click(); }

private:
    QAbstractButton *m_button;
};

} // namespace

QuestionView::QuestionView(QWidget *parent)
    : QFrame(parent)
    , m_ask(new QLabel(this))
    , m_body(new QVBoxLayout)
    , m_button(new QPushButton(this))
    , m_skip(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_ask->setWordWrap(true);
    m_ask->setTextFormat(Qt::MarkdownText);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_ask);
    layout->addLayout(m_body);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_button);
    buttons->addStretch(1);
    buttons->addWidget(m_skip);
    layout->addLayout(buttons);
    m_skip->setFlat(true);
    connect(m_skip, &QPushButton::clicked, this, &QuestionView::goneOn);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_isAnswered)
            Q_EMIT goneOn();
        else
            answer();
    });
}

void QuestionView::clear()
{
    delete std::exchange(m_answers, nullptr);
    m_choices = nullptr;
    m_guess = nullptr;
    m_answers = new QWidget(this);
    m_rows = new QVBoxLayout(m_answers);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_body->addWidget(m_answers);
}

QLabel *QuestionView::addText(const QString &text)
{
    auto *label = new QLabel(text, m_answers);
    label->setWordWrap(true);
    label->setTextFormat(Qt::MarkdownText);
    m_rows->addWidget(label);
    return label;
}

void QuestionView::show(const LessonQuestion &question, const std::optional<GivenAnswer> &given, Mark mark,
                        const WithFigures &withFigures)
{
    const Shown shown {withFigures(question.ask.in(QLocale().name())), given, mark};
    if (shown == m_shown)
        return;
    const bool isNew = !m_shown || m_shown->ask != shown.ask;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_shown = shown;
    clear();
    m_isAnswered = given.has_value();
    m_isChosen = false;
    m_skip->setVisible(!m_isAnswered);
    m_ask->setText(QStringLiteral("**%1**").arg(shown.ask));
    if (question.kind == LessonQuestion::Kind::Guess)
        addGuess(question, given);
    else
        addChoices(question, given, withFigures);
    if (given)
        addVerdict(question, mark, withFigures);
    retranslate();
    if (hadFocus || (isNew && !m_isAnswered))
        takeFocus();
}

// So that digits, Space and Return answer; but not in the middle of somebody's typing.
void QuestionView::takeFocus()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool isTyping
        = qobject_cast<const QLineEdit *>(focus) || qobject_cast<const QAbstractSpinBox *>(focus);
    if (isTyping && !isAncestorOf(focus))
        return;
    if (m_isAnswered) {
        m_button->setFocus(Qt::OtherFocusReason);
    } else if (m_guess != nullptr) {
        m_guess->setFocus(Qt::OtherFocusReason);
        m_guess->selectAll();
    } else {
        m_choices->buttons().constFirst()->setFocus(Qt::OtherFocusReason);
    }
}

void QuestionView::answerIfChosen()
{
    if (m_isChosen && !m_isAnswered)
        answer();
}

void QuestionView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_isAnswered)
        Q_EMIT goneOn();
    else if (isReturn)
        answerIfChosen();
    else
        QFrame::keyPressEvent(event);
}

void QuestionView::addChoices(const LessonQuestion &question, const std::optional<GivenAnswer> &given,
                              const WithFigures &withFigures)
{
    const bool several = question.kind == LessonQuestion::Kind::ChooseSeveral;
    const QString language = QLocale().name();
    m_choices = new QButtonGroup(m_answers);
    m_choices->setExclusive(!several);
    for (int i = 0; i < int(question.answers.size()); ++i) {
        const LessonAnswer &each = question.answers.at(i);
        QAbstractButton *button = nullptr;
        if (several)
            button = new QCheckBox(m_answers);
        else
            button = new QRadioButton(m_answers);
        button->setChecked(given && given->chosen.contains(i));
        button->setEnabled(!given);
        button->setAccessibleName(each.text.in(language));
        if (i < 9 && !given)
            button->setShortcut(QKeySequence(Qt::Key(Qt::Key_1 + i)));
        m_choices->addButton(button, i);
        QString text = each.text.in(language);
        if (given)
            text = each.right ? QStringLiteral("✓ **%1**").arg(text) : QStringLiteral("✗ %1").arg(text);
        auto *row = new QHBoxLayout;
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(new WrappingLabel(text, button, m_answers), 1);
        m_rows->addLayout(row);
        const bool explains = given && (each.right || given->chosen.contains(i)) && !each.because.isEmpty();
        if (explains)
            addText(withFigures(each.because.in(language)))->setIndent(ExplanationIndent);
    }
    connect(m_choices, &QButtonGroup::idToggled, this, [this, several] {
        m_isChosen = true;
        m_button->setEnabled(m_isAnswered || several || m_choices->checkedId() >= 0);
    });
    m_button->setEnabled(given || several);
}

void QuestionView::addGuess(const LessonQuestion &question, const std::optional<GivenAnswer> &given)
{
    auto *row = new QHBoxLayout;
    m_guess = new QDoubleSpinBox(m_answers);
    m_guess->setRange(0, LargestGuess);
    m_guess->setDecimals(0);
    m_guess->setGroupSeparatorShown(true);
    m_guess->setEnabled(!given);
    m_guess->setButtonSymbols(QAbstractSpinBox::NoButtons);
    if (given && !given->guess)
        m_guess->setSpecialValueText(QStringLiteral("–")); // instead of its least value
    if (given && given->guess)
        m_guess->setValue(*given->guess);
    connect(m_guess, &QDoubleSpinBox::textChanged, this, [this] { m_isChosen = true; });
    row->addWidget(m_guess);
    row->addWidget(new QLabel(question.unit.in(QLocale().name()), m_answers), 1);
    m_rows->addLayout(row);
    m_button->setEnabled(true);
}

void QuestionView::addVerdict(const LessonQuestion &question, Mark mark, const WithFigures &withFigures)
{
    QString verdict;
    switch (mark) {
    case Mark::Right:
        verdict = tr("Right.");
        break;
    case Mark::Wrong:
        verdict = tr("Not quite.");
        break;
    case Mark::Pending:
        verdict = tr("The end of the lesson will tell.");
        break;
    case Mark::Unanswered:
        verdict = tr("Nobody answered.");
        break;
    }
    const bool isNotKnown = mark == Mark::Wrong || mark == Mark::Unanswered;
    if (question.kind == LessonQuestion::Kind::Guess && isNotKnown) {
        if (const std::optional<double> truth = truthOf(question, nullptr))
            verdict += u' ' + tr("It is %1.").arg(QLocale().toString(*truth, 'f', 0));
    }
    addText(QStringLiteral("**%1** %2").arg(verdict, withFigures(question.because.in(QLocale().name()))));
}

void QuestionView::answer()
{
    GivenAnswer given;
    if (m_guess != nullptr) {
        m_guess->interpretText();
        given.guess = m_guess->value();
    } else {
        const QList<QAbstractButton *> buttons = m_choices->buttons();
        for (QAbstractButton *button : buttons) {
            if (button->isChecked())
                given.chosen << m_choices->id(button);
        }
    }
    Q_EMIT answered(given);
}

void QuestionView::retranslate()
{
    m_button->setText(m_isAnswered ? tr("&Go on") : tr("&Answer"));
    m_skip->setText(tr("S&kip"));
    m_button->setToolTip(m_isAnswered ? tr("Let the time run on and see") : QString());
    if (m_guess != nullptr)
        m_guess->setAccessibleName(tr("Your guess"));
    setAccessibleName(tr("Question"));
}

void QuestionView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
