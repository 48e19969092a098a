// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;

namespace wiretale {

class TrafficLog;

/// The selected message: what it is, sizes and times, and its bytes.
class MessageDetails : public QWidget
{
    Q_OBJECT

public:
    explicit MessageDetails(QWidget *parent = nullptr);
    ~MessageDetails() override;

    void setLog(std::shared_ptr<const TrafficLog> log);
    /// Whose message is shown; empty: nobody's.
    [[nodiscard]] QString clientName() const;
    /// 0: none.
    void showMessage(RecordNumber number);
    /// Looks again at what may have changed since: its arrival, its answer.
    void refresh();

    [[nodiscard]] RecordNumber number() const noexcept { return m_number; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFacts();
    void showBytes();
    void retranslate();

    std::shared_ptr<const TrafficLog> m_log;
    RecordNumber m_number = 0;
    quint64 m_seenRevision = 0;
    QLabel *m_facts;
    QPlainTextEdit *m_bytes;
};

} // namespace wiretale
