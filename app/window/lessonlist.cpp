// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/lessonlist.h"

#include "app/window/lessonrecords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wiretale {

namespace {

enum Column
{
    Title,
    Minutes,
    Done,
    ColumnCount
};

} // namespace

LessonList::LessonList(QWidget *parent)
    : QWidget(parent)
    , m_welcome(new QLabel(this))
    , m_tree(new QTreeWidget(this))
    , m_summary(new QLabel(this))
    , m_begin(new QPushButton(this))
    , m_open(new QPushButton(this))
{
    for (QLabel *label : {m_welcome, m_summary}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::RichText);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    m_tree->setColumnCount(ColumnCount);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Title, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Minutes, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(Done, QHeaderView::ResizeToContents);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_begin);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_welcome);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_summary);
    layout->addLayout(buttons);
    connect(m_tree, &QTreeWidget::itemActivated, this, &LessonList::begin);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        m_begin->setEnabled(item != nullptr);
        if (item == nullptr)
            return;
        const Lesson &lesson = m_lessons.at(m_tree->indexOfTopLevelItem(item)).lesson;
        QString level = levelText(lesson.level);
        level.front() = level.front().toUpper();
        m_summary->setText(
            QStringLiteral("<i>%1.</i> %2")
                .arg(level.toHtmlEscaped(), lesson.summary.in(QLocale().name()).toHtmlEscaped()));
    });
    connect(m_begin, &QPushButton::clicked, this, &LessonList::begin);
    connect(m_open, &QPushButton::clicked, this, &LessonList::openWanted);
    retranslate();
}

QSize LessonList::sizeHint() const
{
    return {340, 420};
}

void LessonList::setLessons(const QList<LessonEntry> &lessons)
{
    m_lessons = lessons;
    fill();
}

void LessonList::fill()
{
    const int current = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    m_tree->clear();
    const QString language = QLocale().name();
    for (const LessonEntry &entry : std::as_const(m_lessons)) {
        auto *item = new QTreeWidgetItem(m_tree);
        item->setText(
            Title,
            QStringLiteral("%1. %2").arg(m_tree->topLevelItemCount()).arg(entry.lesson.title.in(language)));
        item->setToolTip(Title, entry.lesson.summary.in(language));
        item->setText(Minutes, tr("%n min", nullptr, entry.lesson.minutes));
        item->setTextAlignment(Minutes, Qt::AlignRight | Qt::AlignVCenter);
    }
    showScores();
    m_tree->setCurrentItem(m_tree->topLevelItem(std::max(current, 0)));
}

void LessonList::showScores()
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        const std::optional<LessonRecord> record = lessonRecord(m_lessons.at(i).lesson.id);
        if (!record)
            item->setText(Done, QString());
        else if (record->questions == 0)
            item->setText(Done, QStringLiteral("✓"));
        else
            item->setText(Done, QStringLiteral("✓ %1/%2").arg(record->right).arg(record->questions));
    }
}

void LessonList::begin()
{
    const int index = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    if (index >= 0)
        Q_EMIT chosen(m_lessons.at(index));
}

void LessonList::retranslate()
{
    m_welcome->setText(
        QStringLiteral("<p><b>%1</b></p><p>%2</p>")
            .arg(tr("What passes between a client and a server?"),
                 tr("In the diagram, time runs down. Each client has a lane: an arrow is a message, drawn "
                    "while it travels. Click one to learn what it is; press Space to stop the time. Or take "
                    "a lesson:")));
    m_tree->setHeaderLabels({tr("Lesson"), tr("Time"), tr("Done")});
    m_tree->setAccessibleName(tr("Lessons"));
    m_begin->setText(tr("&Begin"));
    m_open->setText(tr("&Open a file…"));
    fill();
}

void LessonList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
