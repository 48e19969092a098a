// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace wiretale {

class MessageReader;

/// What a message carries, laid out for people.
class InspectorBody : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorBody(QWidget *parent = nullptr);

    /// 0: none.
    void showMessage(MessageReader &reader, RecordNumber number);
    void retranslate();
    void applyFont();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString kind() const;

private:
    QLabel *m_kind;
    QPlainTextEdit *m_text;
};

} // namespace wiretale
