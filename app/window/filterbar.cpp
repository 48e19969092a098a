// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/filterbar.h"

#include "app/journal/trafficlog.h"
#include "app/window/filterbarline.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace wiretale {

namespace {

constexpr std::chrono::milliseconds Pause {300};
constexpr qsizetype MostKept = 100;
constexpr qsizetype LongestShown = 60;

QString keptKey()
{
    return QStringLiteral("filters/kept");
}

// As the text of an action, in which & would mark a key.
QString actionText(const QString &line)
{
    QString text = line.size() > LongestShown ? line.left(LongestShown - 1) + u'…' : line;
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_line(new FilterBarLine(this))
    , m_keptButton(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_wrong(new QLabel(this))
{
    m_line->setClientNames([this] {
        QStringList names;
        if (m_log) {
            for (const ClientEntry &client : m_log->journal().clients())
                names << client.name;
        }
        return names;
    });
    m_keptButton->setArrowType(Qt::DownArrow);
    m_keptButton->setPopupMode(QToolButton::InstantPopup);
    m_keptButton->setMenu(m_menu);
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->setWordWrap(true);
    m_wrong->setContentsMargins(4, 0, 4, 0);
    m_wrong->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(m_line, 1);
    row->addWidget(m_keptButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_wrong);
    setFocusProxy(m_line);

    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::judge);
    connect(m_line, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_line, &QLineEdit::returnPressed, this, &FilterBar::judge);
    connect(m_line, &FilterBarLine::emptied, this, &FilterBar::judge);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    retranslate();
}

FilterBar::~FilterBar() = default;

void FilterBar::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
}

void FilterBar::setStore(QSettings *store)
{
    m_store = store;
    if (store == nullptr)
        return;
    m_kept = store->value(keptKey()).toStringList().mid(0, MostKept);
    m_kept.removeAll(QString());
    m_kept.removeDuplicates();
}

QString FilterBar::line() const
{
    return m_line->text();
}

void FilterBar::setLine(const QString &line)
{
    m_line->setText(line);
    judge();
}

void FilterBar::judge()
{
    m_pause.stop();
    const auto parsed = Filter::parse(m_line->text());
    const auto *error = std::get_if<FilterError>(&parsed);
    m_error = error != nullptr ? std::optional(*error) : std::nullopt;
    m_line->showError(m_error);
    m_wrong->setText(m_error ? m_error->sentence : QString());
    m_wrong->setVisible(m_error.has_value());
    if (m_error)
        return;
    const auto &filter = std::get<Filter>(parsed);
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    for (const QString &line : std::as_const(m_kept)) {
        QAction *action = m_menu->addAction(actionText(line));
        connect(action, &QAction::triggered, this, [this, line] { setLine(line); });
    }
    if (m_kept.isEmpty())
        m_menu->addAction(tr("No Filters Are Kept Yet"))->setEnabled(false);
    m_menu->addSeparator();
    judge();
    const bool isKept = m_kept.contains(line().trimmed());
    QAction *keepAction = m_menu->addAction(tr("&Keep This Filter"), this, &FilterBar::keep);
    keepAction->setEnabled(!m_error && !m_filter.isEmpty() && !isKept && m_kept.size() < MostKept);
    QAction *forgetAction = m_menu->addAction(tr("&Forget This Filter"), this, &FilterBar::forget);
    forgetAction->setEnabled(isKept);
}

void FilterBar::keep()
{
    judge();
    const QString text = line().trimmed();
    if (m_error || m_filter.isEmpty() || m_kept.contains(text) || m_kept.size() >= MostKept)
        return;
    m_kept.append(text);
    storeKept();
}

void FilterBar::forget()
{
    if (m_kept.removeAll(line().trimmed()) > 0)
        storeKept();
}

void FilterBar::storeKept()
{
    if (m_store)
        m_store->setValue(keptKey(), m_kept);
}

void FilterBar::retranslate()
{
    m_line->setPlaceholderText(tr("Filter: words, or kind:response bytes>500 held>2s"));
    m_line->setAccessibleName(tr("Filter"));
    m_line->setToolTip(
        tr("Shows only messages that fulfil all conditions.\nWords are looked for in client, technique, kind "
           "and summary; `text:` looks into the bytes.\nJoin by and, or, not and brackets. Down offers what "
           "may follow."));
    m_keptButton->setToolTip(tr("Kept filters"));
    m_keptButton->setAccessibleName(tr("Kept filters"));
    if (m_error)
        judge();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
