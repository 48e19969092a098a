// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/inspectorpanel.h"

#include "app/journal/curlcommand.h"
#include "app/journal/trafficlog.h"
#include "app/lesson/anatomy.h"
#include "app/window/anatomydialog.h"
#include "app/window/inspectorbody.h"
#include "app/window/inspectorbytes.h"
#include "app/window/inspectorheaders.h"
#include "app/window/inspectorrules.h"
#include "app/window/inspectortabbar.h"
#include "app/window/inspectortiming.h"
#include "app/window/lamp.h"
#include "app/window/messagedetails.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>

namespace wiretale {

InspectorPanel::InspectorPanel(QWidget *parent)
    : QTabWidget(parent)
    , m_tabs(new InspectorTabBar(this))
    , m_menu(new QMenu(this))
    , m_menuButton(new QToolButton(this))
    , m_details(new MessageDetails)
    , m_headers(new InspectorHeaders)
    , m_body(new InspectorBody)
    , m_bytes(new InspectorBytes)
    , m_timing(new InspectorTiming)
    , m_rules(new InspectorRules)
{
    setTabBar(m_tabs);
    setElideMode(Qt::ElideRight);
    setDocumentMode(true);
    setUsesScrollButtons(true);
    m_tabs->setExpanding(false);
    for (QWidget *tab :
         std::initializer_list<QWidget *> {m_details, m_headers, m_body, m_bytes, m_timing, m_rules})
        addTab(tab, QString());
    m_takeApart.setShortcut(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_A));
    m_menu->addActions(messageActions());
    m_menuButton->setText(QStringLiteral("\u22ef"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    setCornerWidget(m_menuButton);
    connect(&m_takeApart, &QAction::triggered, this, &InspectorPanel::takeApart);
    m_copyText.setShortcut(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_C));
    connect(&m_copyCurl, &QAction::triggered, this, &InspectorPanel::copyAsCurl);
    connect(&m_copyText, &QAction::triggered, this, &InspectorPanel::copyAsText);
    connect(&m_copyHex, &QAction::triggered, this, &InspectorPanel::copyAsHex);
    connect(this, &QTabWidget::currentChanged, this, &InspectorPanel::showTab);
    connect(m_timing, &InspectorTiming::messageWanted, this, &InspectorPanel::messageWanted);
    connect(m_rules, &InspectorRules::bytesWanted, this, [this](qint64 begin, qint64 length) {
        setCurrentWidget(m_bytes);
        m_bytes->mark(begin, length);
    });
    retranslate();
    showMessage(0);
}

InspectorPanel::~InspectorPanel()
{
    disconnect(this, &QTabWidget::currentChanged, nullptr, nullptr);
}

void InspectorPanel::setLog(const std::shared_ptr<const TrafficLog> &log)
{
    m_reader = MessageReader(log);
    m_rulebook = RuleBook(log);
    m_momentNs.reset();
    m_details->setLog(log);
    showMessage(0);
}

void InspectorPanel::showMessage(RecordNumber number)
{
    const bool isThere = m_reader.log() && number <= m_reader.log()->journal().size();
    m_number = isThere ? number : 0;
    m_copyCurl.setEnabled(m_number != 0 && m_reader.log()->journal().at(m_number).exchange != 0);
    m_copyText.setEnabled(m_number != 0);
    m_copyHex.setEnabled(m_number != 0);
    m_takeApart.setEnabled(m_number != 0 && hasAnatomy(m_reader.log()->journal().at(m_number)));
    judge();
    showTab();
}

void InspectorPanel::judge()
{
    std::vector<Breach> breaches;
    Verdict verdict = Verdict::None;
    if (m_number != 0) {
        breaches = m_rulebook.breaches(m_number);
        verdict = verdictOf(m_reader.log()->journal().at(m_number), breaches);
    }
    m_verdict = verdict;
    placeLamp();
    setTabToolTip(indexOf(m_rules), lampText(verdict));
    m_rules->setBreaches(verdict, std::move(breaches));
}

// What is wrong must be seen without looking for it.
void InspectorPanel::placeLamp()
{
    setTabIcon(indexOf(m_rules), lampIcon(m_verdict));
    const bool isNeeded = m_verdict != Verdict::Kept && !m_tabs->isInSight(indexOf(m_rules));
    setTabIcon(indexOf(m_details), isNeeded ? lampIcon(m_verdict) : QIcon());
}

void InspectorPanel::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    placeLamp();
}

void InspectorPanel::setMoment(std::optional<qint64> ns)
{
    m_momentNs = ns;
    if (currentWidget() == m_timing)
        showTab();
}

QString InspectorPanel::clientName() const
{
    if (m_number == 0)
        return {};
    const Journal &journal = m_reader.log()->journal();
    return journal.clientName(journal.at(m_number).connection);
}

std::vector<RecordNumber> InspectorPanel::exchange() const
{
    constexpr size_t Most = 12;
    constexpr RecordNumber MostLookedAt = 10'000;
    if (m_number == 0)
        return {};
    const Journal &journal = m_reader.log()->journal();
    const RecordNumber request = journal.at(m_number).exchange;
    if (request == 0)
        return {m_number};
    std::vector<RecordNumber> numbers;
    const RecordNumber last = std::min(journal.size(), request + MostLookedAt);
    for (RecordNumber each = request; each <= last && numbers.size() < Most; ++each) {
        if (journal.at(each).exchange == request)
            numbers.push_back(each);
    }
    return numbers;
}

QList<QAction *> InspectorPanel::messageActions()
{
    return {&m_takeApart, &m_copyText, &m_copyHex, &m_copyCurl};
}

void InspectorPanel::showTab()
{
    const QWidget *tab = currentWidget();
    m_seenRevision = m_reader.log() ? m_reader.log()->journal().revision() : 0;
    if (tab == m_details)
        m_details->showMessage(m_number);
    else if (tab == m_headers)
        m_headers->showMessage(m_reader, m_number);
    else if (tab == m_body)
        m_body->showMessage(m_reader, m_number);
    else if (tab == m_bytes)
        m_bytes->showMessage(m_reader, m_number);
    else if (tab == m_timing && m_number == 0)
        m_timing->setBars({}, 0);
    else if (tab == m_timing)
        m_timing->setBars(timingOf(m_reader.log()->journal(), m_number,
                                   m_momentNs.value_or(m_reader.log()->journal().lastNs())),
                          m_number);
}

void InspectorPanel::refresh()
{
    if (m_number == 0 || m_reader.log()->journal().revision() == m_seenRevision)
        return;
    if (currentWidget() == m_details)
        m_details->refresh();
    else if (currentWidget() == m_timing || currentWidget() == m_body)
        showTab();
}

// Of any message of an exchange, its request.
void InspectorPanel::copyAsCurl()
{
    if (m_number == 0)
        return;
    const RecordNumber request = m_reader.log()->journal().at(m_number).exchange;
    if (request != 0)
        QGuiApplication::clipboard()->setText(
            curlCommand(m_reader.log()->bytes(request), m_reader.read(request)));
}

void InspectorPanel::copyAsText()
{
    if (m_number == 0)
        return;
    const MessageFields &message = m_reader.read(m_number);
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(message.unmasked.isEmpty() ? m_reader.log()->bytes(m_number) : message.content));
}

void InspectorPanel::copyAsHex()
{
    if (m_number != 0)
        QGuiApplication::clipboard()->setText(
            QString::fromLatin1(m_reader.log()->bytes(m_number).toHex(' ')));
}

void InspectorPanel::takeApart()
{
    if (m_number == 0)
        return;
    std::optional<Anatomy> anatomy = anatomyOf(m_reader.log(), m_number);
    if (!anatomy)
        return;
    auto *dialog = new AnatomyDialog({std::move(*anatomy)}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void InspectorPanel::retranslate()
{
    m_takeApart.setText(tr("Take It &Apart…"));
    m_menuButton->setToolTip(tr("What can be done with this message"));
    m_menuButton->setAccessibleName(m_menuButton->toolTip());
    //: Tabs of the inspector; short, there is little room. This one: what the message is, in words
    setTabText(indexOf(m_details), tr("About"));
    setTabText(indexOf(m_headers), tr("Headers"));
    setTabText(indexOf(m_body), tr("Body"));
    setTabText(indexOf(m_bytes), tr("Bytes"));
    setTabText(indexOf(m_timing), tr("Timing"));
    setTabText(indexOf(m_rules), tr("Rules"));
    for (const QWidget *tab :
         std::initializer_list<QWidget *> {m_details, m_headers, m_body, m_bytes, m_timing})
        setTabToolTip(indexOf(tab), tabText(indexOf(tab)));
    m_copyCurl.setText(tr("Copy as c&url"));
    m_copyText.setText(tr("Copy as &Text"));
    m_copyHex.setText(tr("Copy as &Hexadecimal Digits"));
    m_headers->retranslate();
    m_body->retranslate();
    m_bytes->retranslate();
    m_timing->retranslate();
    m_rules->retranslate();
    judge();
    showTab();
}

void InspectorPanel::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        m_body->applyFont();
}

} // namespace wiretale
