// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/narrationview.h"

#include "app/lesson/lessonfigures.h"
#include "app/window/lessonplayer.h"
#include "app/window/questionview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace wiretale {

namespace {

QToolButton *buttonFor(QAction &action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(&action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

const QString MythScheme = QStringLiteral("myth");

} // namespace

NarrationView::NarrationView(LessonPlayer &player, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_title(new QLabel(this))
    , m_text(new QTextBrowser(this))
    , m_question(new QuestionView(this))
    , m_progress(new QProgressBar(this))
{
    m_title->setWordWrap(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->viewport()->setAutoFillBackground(false);
    m_progress->setTextVisible(true);
    m_back.setShortcuts({QKeySequence(Qt::Key_PageUp), QKeySequence(Qt::Key_Backspace)});
    m_next.setShortcuts({QKeySequence(Qt::Key_PageDown), QKeySequence(Qt::Key_N)});
    m_toEnd.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_End));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(buttonFor(m_back, this));
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(buttonFor(m_next, this));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_question);
    layout->addLayout(buttons);

    connect(&m_back, &QAction::triggered, &m_player, &LessonPlayer::back);
    connect(&m_next, &QAction::triggered, &m_player, &LessonPlayer::next);
    connect(&m_toEnd, &QAction::triggered, &m_player, &LessonPlayer::runToEnd);
    connect(&m_again, &QAction::triggered, &m_player, &LessonPlayer::again);
    connect(&m_leave, &QAction::triggered, &m_player, &LessonPlayer::leave);
    connect(m_question, &QuestionView::answered, &m_player, &LessonPlayer::answer);
    connect(m_question, &QuestionView::goneOn, &m_player, &LessonPlayer::goOn);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.scheme() == MythScheme)
            m_player.tryMyth(url.path().toInt());
    });
    connect(&m_player, &LessonPlayer::lessonChanged, this, &NarrationView::showAll);
    connect(&m_player, &LessonPlayer::changed, this, &NarrationView::showAll);
    retranslate();
}

QString NarrationView::withMeasured(const QString &text) const
{
    return withFigures(text, m_player.scorecard(),
                       [this](Technique technique) { return m_player.expectedLatencyNs(technique); });
}

void NarrationView::showAll()
{
    showActions();
    if (!m_player.isOn())
        return;
    showText();
    showQuestion();
}

void NarrationView::showActions()
{
    const bool isOn = m_player.isOn();
    m_back.setEnabled(isOn && m_player.shownChapter() > 0);
    m_next.setEnabled(isOn && (m_player.isBack() || !m_player.isOver()));
    m_toEnd.setEnabled(isOn && !m_player.isOver());
    m_again.setEnabled(isOn);
    m_leave.setEnabled(isOn);
}

QString NarrationView::chapterText() const
{
    const Lesson &lesson = m_player.lesson();
    const int shown = m_player.shownChapter();
    if (shown < 0)
        return {};
    const QString language = QLocale().name();
    const LessonChapter &chapter = lesson.chapters.at(shown);
    return QStringLiteral("### %1\n\n%2\n\n")
        .arg(chapter.title.in(language), withMeasured(chapter.text.in(language)));
}

QString NarrationView::endText() const
{
    const Lesson &lesson = m_player.lesson();
    QString text = QStringLiteral("### %1\n\n").arg(tr("In the end"));
    if (!lesson.questions.isEmpty())
        text += tr("Right predictions: %1 of %2.").arg(m_player.score()).arg(lesson.questions.size())
            + QStringLiteral("\n\n");
    for (int i = 0; i < int(lesson.questions.size()); ++i) {
        // What only the end could tell.
        const LessonQuestion &question = lesson.questions.at(i);
        const std::optional<GivenAnswer> given = m_player.answerTo(i);
        const std::optional<double> truth = truthOf(question, &m_player.scorecard());
        if (question.kind == LessonQuestion::Kind::Guess && given && given->guess && truth)
            text += QStringLiteral("- %1 ").arg(withMeasured(question.ask.in(QLocale().name())))
                + tr("You said %1, measured was %2.")
                      .arg(QLocale().toString(*given->guess, 'f', 0), QLocale().toString(*truth, 'f', 0))
                + QStringLiteral("\n\n");
    }
    return text + withMeasured(lesson.closing.in(QLocale().name())) + QStringLiteral("\n\n");
}

QString NarrationView::mythsText() const
{
    const Lesson &lesson = m_player.lesson();
    if (lesson.myths.isEmpty() || m_player.isExperiment())
        return {};
    const QString language = QLocale().name();
    QString text = QStringLiteral("### %1\n\n").arg(tr("True or not?"));
    for (int i = 0; i < int(lesson.myths.size()); ++i) {
        const LessonMyth &myth = lesson.myths.at(i);
        QString verdict;
        switch (myth.verdict) {
        case LessonMyth::Verdict::No:
            verdict = tr("No.");
            break;
        case LessonMyth::Verdict::Partly:
            verdict = tr("Partly.");
            break;
        case LessonMyth::Verdict::Yes:
            verdict = tr("Yes.");
            break;
        }
        text += QStringLiteral("> %1\n\n**%2** %3\n\n")
                    .arg(myth.claim.in(language), verdict, myth.because.in(language));
        if (myth.length.count() > 0)
            text += QStringLiteral("[%1](%2:%3)\n\n").arg(tr("See for yourself")).arg(MythScheme).arg(i);
    }
    return text;
}

void NarrationView::showText()
{
    const Lesson &lesson = m_player.lesson();
    const int count = int(lesson.chapters.size());
    m_title->setText(QStringLiteral("<b>%1</b>").arg(lesson.title.in(QLocale().name()).toHtmlEscaped()));
    m_progress->setRange(0, count);
    m_progress->setValue(m_player.shownChapter() + 1);
    m_progress->setFormat(tr("%1 of %2").arg(m_player.shownChapter() + 1).arg(count));
    QString text = chapterText();
    if (m_player.isOver() && !m_player.isBack())
        text += endText() + mythsText();
    if (text == m_shownText)
        return;
    m_shownText = text;
    m_text->setMarkdown(text);
}

void NarrationView::showQuestion()
{
    const int question = m_player.openQuestion();
    const bool waits = question >= 0 && !m_player.isBack();
    m_question->setVisible(waits);
    if (!waits)
        return;
    m_question->show(m_player.lesson().questions.at(question), m_player.answerTo(question),
                     m_player.markOfQuestion(question),
                     [this](const QString &text) { return withMeasured(text); });
}

void NarrationView::retranslate()
{
    m_back.setText(tr("&Back"));
    m_back.setToolTip(tr("Back to the chapter before; what runs is not disturbed"));
    m_next.setText(tr("&Next"));
    m_next.setToolTip(tr("On to the next chapter: the time runs until it begins"));
    m_toEnd.setText(tr("Run to the &end"));
    m_again.setText(tr("Begin the lesson &anew"));
    m_leave.setText(tr("&Leave the lesson"));
    m_text->setAccessibleName(tr("Narration"));
    showAll();
}

void NarrationView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    // Markdown keeps the size that it was laid out with.
    if (event->type() == QEvent::FontChange) {
        m_shownText.clear();
        showAll();
    }
}

} // namespace wiretale
