// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/filterbarline.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextCharFormat>

namespace wiretale {

namespace {

constexpr QRgb ErrorColor = 0xffe53935;
constexpr int MostVisible = 12;

} // namespace

FilterBarLine::FilterBarLine(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(&m_words, this))
{
    setClearButtonEnabled(true);
    // Not setCompleter(): it is a word that is completed, not the line.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(MostVisible);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterBarLine::takeOffered);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.isEmpty())
            m_completer->popup()->hide();
        else
            offer();
    });
}

bool FilterBarLine::isOffering() const
{
    return m_completer->popup()->isVisible();
}

QStringList FilterBarLine::offered() const
{
    return isOffering() ? m_words.stringList() : QStringList();
}

// The current index will not do: a list that gets the focus makes its first one current.
QString FilterBarLine::chosen() const
{
    const QModelIndexList selected = m_completer->popup()->selectionModel()->selectedIndexes();
    return selected.isEmpty() ? QString() : selected.first().data().toString();
}

void FilterBarLine::offer()
{
    const FilterCompletions found
        = Filter::completions(text(), cursorPosition(), m_clientNames ? m_clientNames() : QStringList());
    const QString there = text().sliced(found.begin, found.length);
    if (found.words.isEmpty() || (found.words.size() == 1 && found.words.first() == there)) {
        m_completer->popup()->hide();
        return;
    }
    m_begin = found.begin;
    m_length = found.length;
    m_words.setStringList(found.words);
    QRect place = cursorRect();
    const QAbstractItemView *popup = m_completer->popup();
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width());
    m_completer->complete(place);
}

void FilterBarLine::takeOffered(const QString &word)
{
    // As if typed, so that it can be undone.
    setSelection(int(m_begin), int(m_length));
    insert(word);
    m_completer->popup()->hide();
    if (!word.back().isLetterOrNumber() && word.back() != u'"')
        offer();
}

// QWidget would take Tab for a change of focus.
bool FilterBarLine::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isOffering()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab) {
        const QString word = chosen();
        takeOffered(word.isEmpty() ? m_words.stringList().constFirst() : word);
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterBarLine::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (isOffering() && key == Qt::Key_Escape) {
        m_completer->popup()->hide();
        return;
    }
    if (isOffering() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (const QString word = chosen(); !word.isEmpty()) {
            takeOffered(word);
            return;
        }
        m_completer->popup()->hide();
        QLineEdit::keyPressEvent(event);
        event->accept(); // or the completer takes its first word
        return;
    }
    const bool isAsked
        = key == Qt::Key_Down || (key == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier));
    if (isAsked && !isOffering()) {
        offer();
    } else if (key == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        Q_EMIT emptied();
    } else {
        QLineEdit::keyPressEvent(event);
        if (key == Qt::Key_Escape)
            event->ignore();
    }
}

// The only way to a line edit's text formats leads through an input method.
void FilterBarLine::showError(const std::optional<FilterError> &error)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (error) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(QColor(ErrorColor));
        attributes.append({QInputMethodEvent::TextFormat, int(error->position) - cursorPosition(),
                           int(error->length), format});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

} // namespace wiretale
