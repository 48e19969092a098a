// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/messagereader.h"
#include "app/journal/rulebook.h"

#include <QAction>
#include <QTabWidget>

class QMenu;
class QToolButton;

namespace wiretale {

class InspectorBody;
class InspectorBytes;
class InspectorHeaders;
class InspectorRules;
class InspectorTabBar;
class InspectorTiming;
class MessageDetails;

/// All there is to know about the selected message, on tabs: what it is in words, headers, body, every byte,
/// timing, rules. Only what is seen is kept up to date. Hands out what can be done with it:
/// copying, and taking it apart step by step.
class InspectorPanel : public QTabWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);
    ~InspectorPanel() override;

    void setLog(const std::shared_ptr<const TrafficLog> &log);
    /// 0: none.
    void showMessage(RecordNumber number);
    /// Looks again at what may have changed since: its arrival, its answer.
    void refresh();
    /// The moment of the clock at which things are shown as they were; nothing: now.
    void setMoment(std::optional<qint64> ns);

    [[nodiscard]] RecordNumber number() const noexcept { return m_number; }
    /// Whose message is shown; empty: nobody's.
    [[nodiscard]] QString clientName() const;
    [[nodiscard]] QList<QAction *> messageActions();
    /// The messages of the chosen one's exchange, up to a dozen; itself alone when it is in none.
    [[nodiscard]] std::vector<RecordNumber> exchange() const;

    [[nodiscard]] InspectorBytes &bytes() noexcept { return *m_bytes; }
    [[nodiscard]] InspectorHeaders &headers() noexcept { return *m_headers; }
    [[nodiscard]] InspectorBody &body() noexcept { return *m_body; }
    [[nodiscard]] InspectorRules &rules() noexcept { return *m_rules; }
    [[nodiscard]] InspectorTiming &timing() noexcept { return *m_timing; }

Q_SIGNALS:
    /// The user wants to see another message.
    void messageWanted(wiretale::RecordNumber number);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTab();
    void judge();
    void placeLamp();
    void copyAsCurl();
    void copyAsText();
    void copyAsHex();
    void takeApart();
    void retranslate();

    MessageReader m_reader;
    RuleBook m_rulebook;
    RecordNumber m_number = 0;
    std::optional<qint64> m_momentNs;
    Verdict m_verdict = Verdict::None;
    quint64 m_seenRevision = 0;
    QAction m_copyCurl;
    QAction m_copyText;
    QAction m_copyHex;
    QAction m_takeApart;
    InspectorTabBar *m_tabs;
    QMenu *m_menu;
    QToolButton *m_menuButton;
    MessageDetails *m_details;
    InspectorHeaders *m_headers;
    InspectorBody *m_body;
    InspectorBytes *m_bytes;
    InspectorTiming *m_timing;
    InspectorRules *m_rules;
};

} // namespace wiretale
