// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/inspectorrules.h"

#include "app/window/lamp.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>

namespace wiretale {

namespace {

constexpr int LampSide = 20;

Verdict verdictOf(const Rule &rule)
{
    return rule.weight == Rule::Weight::Must ? Verdict::Broken : Verdict::Doubtful;
}

} // namespace

InspectorRules::InspectorRules(QWidget *parent)
    : QWidget(parent)
    , m_lamp(new QLabel(this))
    , m_text(new QLabel(this))
    , m_list(new QListWidget(this))
{
    m_text->setWordWrap(true);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(6, 6, 6, 4);
    top->addWidget(m_lamp);
    top->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addStretch(); // while there is no list
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const ByteRange where = m_breaches.at(size_t(m_list->row(item))).where;
        Q_EMIT bytesWanted(where.begin, where.length);
    });
    retranslate();
}

void InspectorRules::setBreaches(Verdict verdict, std::vector<Breach> breaches)
{
    m_verdict = verdict;
    m_breaches = std::move(breaches);
    show();
}

void InspectorRules::show()
{
    m_lamp->setPixmap(lampIcon(m_verdict).pixmap(LampSide));
    m_lamp->setVisible(m_verdict != Verdict::None);
    m_text->setText(m_verdict == Verdict::None ? tr("There is nothing here that a rule speaks of.")
                                               : lampText(m_verdict));
    m_list->clear();
    for (const Breach &breach : m_breaches) {
        auto *item = new QListWidgetItem(lampIcon(verdictOf(*breach.rule)), ruleText(*breach.rule), m_list);
        item->setToolTip(tr("Press Enter to see the bytes. As a filter: %1")
                             .arg(QStringLiteral("rule:") + QLatin1StringView(breach.rule->id)));
    }
    m_list->setVisible(!m_breaches.empty());
}

QString InspectorRules::verdictText() const
{
    return m_text->text();
}

void InspectorRules::retranslate()
{
    m_list->setAccessibleName(tr("Rules that the message breaks"));
    show();
}

} // namespace wiretale
