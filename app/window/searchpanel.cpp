// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/searchpanel.h"

#include "app/diagram/messagemark.h"
#include "app/journal/bodysearch.h"
#include "app/journal/trafficlog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QtConcurrentRun>

#include <algorithm>

namespace wiretale {

namespace {

constexpr int MostListed = 5'000;
constexpr int NumberRole = Qt::UserRole;

} // namespace

SearchPanel::SearchPanel(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_find(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_list(new QListWidget(this))
{
    m_line->setClearButtonEnabled(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_progress->setMaximumWidth(160);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(4, 2, 4, 2);
    top->addWidget(m_line, 1);
    top->addWidget(m_find);
    top->addWidget(m_progress);
    top->addWidget(m_cancel);
    m_state->setContentsMargins(6, 2, 6, 3);
    m_state->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, [this] { findText(m_line->text()); });
    connect(m_find, &QPushButton::clicked, this, [this] { findText(m_line->text()); });
    connect(m_cancel, &QPushButton::clicked, this, &SearchPanel::cancel);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item != nullptr)
            Q_EMIT messageWanted(item->data(NumberRole).toUInt());
    });
    connect(&m_watcher, &Watcher::resultsReadyAt, this, &SearchPanel::take);
    connect(&m_watcher, &Watcher::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(&m_watcher, &Watcher::finished, this, &SearchPanel::showState);
    retranslate();
}

SearchPanel::~SearchPanel()
{
    m_watcher.disconnect(this);
    cancel();
    m_watcher.waitForFinished();
}

void SearchPanel::setLog(const std::shared_ptr<const TrafficLog> &log)
{
    cancel();
    m_watcher.setFuture({});
    m_log = log;
    m_list->clear();
    m_found = 0;
    m_what.clear();
    showState();
}

void SearchPanel::findText(const QString &text)
{
    if (!m_log || text.isEmpty())
        return;
    //: what is looked for: %1 is a text
    const QString what = tr("\"%1\" in bodies").arg(text);
    watch(QtConcurrent::run([log = m_log, text](QPromise<ShapeFind> &promise) {
              const int all = int(log->journal().size());
              promise.setProgressRange(0, std::max(all, 1));
              BodySearch::run(
                  *log, text, [&promise](RecordNumber number) { promise.addResult(ShapeFind {number}); },
                  [&promise](RecordNumber looked) {
                      promise.setProgressValue(int(looked));
                      return !promise.isCanceled();
                  });
          }),
          what);
}

void SearchPanel::findShapeOf(const std::vector<RecordNumber> &numbers)
{
    if (!m_log || numbers.empty())
        return;
    std::vector<ShapePart> shape;
    QStringList words;
    for (const RecordNumber number : numbers) {
        if (shape.size() == ShapeSearch::LongestShape)
            break;
        const Record record = m_log->journal().at(number);
        shape.push_back(shapePartOf(record));
        words << markTitle(markOf(record));
    }
    watch(QtConcurrent::run([log = m_log, shape](QPromise<ShapeFind> &promise) {
              promise.setProgressRange(0, std::max(int(log->journal().size()), 1));
              ShapeSearch::run(
                  log->journal(), shape, [&promise](const ShapeFind &find) { promise.addResult(find); },
                  [&promise](RecordNumber looked) {
                      promise.setProgressValue(int(looked));
                      return !promise.isCanceled();
                  });
          }),
          words.join(QStringLiteral(", ")));
}

void SearchPanel::watch(const QFuture<ShapeFind> &future, const QString &what)
{
    cancel();
    m_list->clear();
    m_found = 0;
    m_what = what;
    m_progress->setRange(0, std::max(int(m_log->journal().size()), 1));
    m_progress->setValue(0);
    m_watcher.setFuture(future);
    showState();
}

void SearchPanel::cancel()
{
    m_watcher.cancel();
}

bool SearchPanel::isSearching() const
{
    return m_watcher.isRunning();
}

void SearchPanel::take(int begin, int end)
{
    const Journal &journal = m_log->journal();
    for (int i = begin; i < end; ++i) {
        const ShapeFind find = m_watcher.resultAt(i);
        ++m_found;
        if (m_list->count() >= MostListed)
            continue;
        const RecordNumber number = find.front();
        const Record record = journal.at(number);
        QString numbers = QStringLiteral("#%1").arg(number);
        if (find.size() > 1)
            numbers += QStringLiteral("\u2013%1").arg(find.back());
        auto *item = new QListWidgetItem(
            QStringLiteral("%1   %2 s   %3   %4")
                .arg(numbers, QLocale().toString(double(record.departedNs) / 1e9, 'f', 4),
                     journal.clientName(record.connection), m_log->summary(number)),
            m_list);
        item->setData(NumberRole, number);
    }
    showState();
}

void SearchPanel::showState()
{
    const bool isBusy = isSearching();
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    m_find->setEnabled(m_log != nullptr);
    if (m_what.isEmpty())
        m_state->setText(
            tr("Text is looked for in the bodies of all messages. To look for a shape, choose a few messages "
               "in the table."));
    else if (isBusy)
        //: %1 is what is looked for
        m_state->setText(tr("%1: found %n place(s) so far", nullptr, m_found).arg(m_what));
    else
        //: %1 is what is looked for
        m_state->setText(tr("%1: found %n place(s)", nullptr, m_found).arg(m_what));
}

QString SearchPanel::state() const
{
    return m_state->text();
}

void SearchPanel::retranslate()
{
    m_line->setPlaceholderText(tr("Text in bodies"));
    m_line->setAccessibleName(tr("Text to look for in all bodies"));
    m_find->setText(tr("&Find"));
    m_cancel->setText(tr("Cancel"));
    m_list->setAccessibleName(tr("Places found"));
    showState();
}

void SearchPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
