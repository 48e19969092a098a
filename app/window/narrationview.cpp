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

constexpr QLatin1StringView MythScheme("myth");
constexpr QLatin1StringView FollowingLink("lesson:following");

QString verdictText(LessonMyth::Verdict verdict)
{
    switch (verdict) {
    case LessonMyth::Verdict::No:
        break;
    case LessonMyth::Verdict::Partly:
        return NarrationView::tr("Partly.");
    case LessonMyth::Verdict::Yes:
        return NarrationView::tr("Yes.");
    }
    return NarrationView::tr("No.");
}

// A claim must not be taken for what the program says.
QString claimText(const LessonMyth &myth)
{
    //: What people say, in quotation marks
    return NarrationView::tr("“%1”").arg(myth.claim.in(QLocale().name()));
}

} // namespace

NarrationView::NarrationView(LessonPlayer &player, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_out(new QToolButton(this))
    , m_title(new QLabel(this))
    , m_text(new QTextBrowser(this))
    , m_question(new QuestionView(this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_count(new QLabel(this))
{
    m_out->setArrowType(Qt::LeftArrow);
    m_out->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_out->setAutoRaise(true);
    m_out->setFocusPolicy(Qt::TabFocus);
    m_title->setWordWrap(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->viewport()->setAutoFillBackground(false);
    m_state->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_back.setShortcuts({QKeySequence(Qt::Key_PageUp), QKeySequence(Qt::Key_Backspace)});
    m_next.setShortcuts({QKeySequence(Qt::Key_PageDown), QKeySequence(Qt::Key_N)});
    m_toEnd.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_End));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(buttonFor(m_back, this));
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_count);
    buttons->addWidget(buttonFor(m_next, this));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_out);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_question);
    layout->addWidget(m_state);
    layout->addLayout(buttons);

    connect(&m_back, &QAction::triggered, &m_player, &LessonPlayer::back);
    connect(&m_next, &QAction::triggered, this, &NarrationView::goOn);
    connect(&m_toEnd, &QAction::triggered, &m_player, &LessonPlayer::runToEnd);
    connect(&m_again, &QAction::triggered, &m_player, &LessonPlayer::again);
    connect(&m_leave, &QAction::triggered, &m_player, &LessonPlayer::leave);
    connect(m_out, &QToolButton::clicked, &m_player, &LessonPlayer::leave);
    connect(m_question, &QuestionView::answered, &m_player, &LessonPlayer::answer);
    connect(m_question, &QuestionView::goneOn, &m_player, &LessonPlayer::goOn);
    connect(m_text, &QTextBrowser::anchorClicked, this, &NarrationView::openLink);
    connect(&m_player, &LessonPlayer::lessonChanged, this, [this] {
        m_question->forget();
        showAll();
    });
    connect(&m_player, &LessonPlayer::changed, this, &NarrationView::showAll);
    retranslate();
}

void NarrationView::setFollowing(const std::optional<LessonEntry> &lesson)
{
    m_following = lesson ? lesson->lesson.title.in(QLocale().name()) : QString();
    showAll();
}

void NarrationView::openLink(const QUrl &url)
{
    if (url.scheme() == MythScheme)
        m_player.tryMyth(url.path().toInt());
    else if (url.toString() == FollowingLink)
        Q_EMIT followingWanted();
}

bool NarrationView::asks() const
{
    const int question = m_player.openQuestion();
    return question >= 0 && !m_player.isBack() && !m_player.answerTo(question);
}

// What is chosen already is meant as the answer.
void NarrationView::goOn()
{
    if (asks())
        m_question->answerIfChosen();
    else
        m_player.next();
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
    m_back.setEnabled(m_player.canGoBack());
    m_next.setEnabled(m_player.canGoOn());
    m_toEnd.setEnabled(isOn && (m_player.isRecorded() ? m_player.isBack() : !m_player.isOver()));
    m_back.setToolTip(m_player.isRecorded() ? tr("Back to what came before in the recording")
                                            : tr("Back to the chapter before; what runs is not disturbed"));
    m_next.setToolTip(m_player.isRecorded() ? tr("On to what came next in the recording")
                                            : tr("On to the next chapter: the time runs until it begins"));
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
    const QString text = withMeasured(chapter.text.in(language)) + QStringLiteral("\n\n");
    if (m_player.isExperiment())
        return QStringLiteral("### %1\n\n**%2** ")
                   .arg(claimText(m_player.myth()), verdictText(m_player.myth().verdict))
            + text;
    return QStringLiteral("### %1\n\n").arg(chapter.title.in(language)) + text;
}

QString NarrationView::endText() const
{
    if (m_player.isExperiment())
        return tr("That was the experiment.") + QStringLiteral("\n\n");
    const Lesson &lesson = m_player.lesson();
    QString text = QStringLiteral("### %1\n\n").arg(tr("In the end"));
    if (!lesson.questions.isEmpty())
        text += tr("Right predictions: %1 of %2.").arg(m_player.score()).arg(lesson.questions.size())
            + QStringLiteral("\n\n");
    if (!m_player.cameToItsEnd())
        return text + tr("The recording stopped before the lesson came to its end.") + QStringLiteral("\n\n");
    return text + figuresText() + withMeasured(lesson.closing.in(QLocale().name())) + QStringLiteral("\n\n")
        + followingText();
}

// What only the end could tell.
QString NarrationView::figuresText() const
{
    const Lesson &lesson = m_player.lesson();
    QString text;
    for (int i = 0; i < int(lesson.questions.size()); ++i) {
        const LessonQuestion &question = lesson.questions.at(i);
        const std::optional<GivenAnswer> given = m_player.answerTo(i);
        const std::optional<double> truth = truthOf(question, &m_player.scorecard());
        if (question.kind == LessonQuestion::Kind::Guess && given && given->guess && truth)
            text += QStringLiteral("- %1 ").arg(withMeasured(question.ask.in(QLocale().name())))
                + tr("You said %1, measured was %2.")
                      .arg(QLocale().toString(*given->guess, 'f', 0), QLocale().toString(*truth, 'f', 0))
                + QStringLiteral("\n\n");
    }
    return text;
}

QString NarrationView::followingText() const
{
    if (m_following.isEmpty())
        return {};
    return QStringLiteral("[%1](%2)\n\n").arg(tr("Next lesson: %1").arg(m_following), FollowingLink);
}

QString NarrationView::mythsText() const
{
    const Lesson &lesson = m_player.outerLesson();
    if (lesson.myths.isEmpty())
        return {};
    const QString language = QLocale().name();
    QString text = QStringLiteral("### %1\n\n%2\n\n")
                       .arg(tr("True or not?"), tr("What people say of it, and what is right."));
    for (int i = 0; i < int(lesson.myths.size()); ++i) {
        const LessonMyth &myth = lesson.myths.at(i);
        text += QStringLiteral("---\n\n*%1*\n\n**%2** %3\n\n")
                    .arg(claimText(myth), verdictText(myth.verdict), myth.because.in(language));
        if (myth.length.count() > 0)
            text += QStringLiteral("[▶ %1](%2:%3)\n\n")
                        .arg(tr("See for yourself"), MythScheme, QString::number(i));
    }
    return text;
}

QString NarrationView::stateText() const
{
    const int question = m_player.openQuestion();
    const bool isLast = m_player.begun().size() == m_player.lesson().chapters.size();
    if (m_player.isRecorded())
        return recordedText();
    if (m_player.isBack())
        return tr("You look back; what runs is not disturbed. Next leads on, Live to now.");
    if (question >= 0)
        return m_player.answerTo(question) ? tr("Go on, and see.")
                                           : tr("The time stands still until you answer or skip.");
    if (m_player.isOver())
        return tr("It is over; Begin anew plays it again.");
    if (m_player.isPaused())
        return isLast ? tr("The time stands still. Next lets it run to the end.")
                      : tr("The time stands still. Next lets it run to the next chapter.");
    return isLast ? tr("The time runs to the end.") : tr("The time runs to the next chapter.");
}

QString NarrationView::recordedText() const
{
    if (m_player.openQuestion() >= 0)
        return tr("This was asked here. Next leads on.");
    if (m_player.isBack())
        return tr("You look at a recording. Next leads on, End to its end.");
    if (!m_player.canGoOn())
        return tr("This was recorded; Begin anew plays it again.");
    return tr("This was recorded. Next shows it chapter by chapter; Begin anew plays it again.");
}

void NarrationView::showText()
{
    const Lesson &lesson = m_player.lesson();
    const int count = int(lesson.chapters.size());
    const bool isExperiment = m_player.isExperiment();
    const QString title = isExperiment ? tr("Experiment") : lesson.title.in(QLocale().name());
    m_out->setText(isExperiment ? tr("Back to the lesson") : tr("All lessons"));
    m_out->setToolTip(isExperiment ? tr("The lesson begins anew") : tr("Leave the lesson"));
    m_title->setText(QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped()));
    m_state->setText(stateText());
    m_progress->setRange(0, count);
    m_progress->setValue(m_player.shownChapter() + 1);
    //: How far a lesson is: chapter %1 of %2
    m_count->setText(tr("%1 of %2").arg(m_player.shownChapter() + 1).arg(count));
    m_progress->setVisible(!isExperiment);
    m_count->setVisible(!isExperiment);
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
    const bool isRecorded = m_player.isRecorded();
    const bool isShown = question >= 0 && (isRecorded || !m_player.isBack());
    m_question->setVisible(isShown);
    if (!isShown)
        return;
    std::optional<GivenAnswer> given = m_player.answerTo(question);
    if (isRecorded && !given)
        given.emplace(); // it was left out, and can be answered no more
    m_question->show(m_player.lesson().questions.at(question), given, m_player.markOfQuestion(question),
                     [this](const QString &text) { return withMeasured(text); });
}

void NarrationView::retranslate()
{
    m_back.setText(tr("&Back"));
    m_next.setText(tr("&Next"));
    m_toEnd.setText(tr("Run to the &end"));
    m_again.setText(tr("Begin the lesson &anew"));
    m_leave.setText(tr("&Leave the lesson"));
    m_text->setAccessibleName(tr("Narration"));
    m_progress->setAccessibleName(tr("How far the lesson is"));
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
