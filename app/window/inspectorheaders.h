// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/fielddissector.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace wiretale {

class MessageReader;

/// The headers of a message, of a piece of a body those of its head; of a WebSocket frame what stands before
/// its payload.
class InspectorHeaders : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorHeaders(QWidget *parent = nullptr);

    /// 0: none.
    void showMessage(MessageReader &reader, RecordNumber number);
    void retranslate();
    [[nodiscard]] const QTreeWidget &list() const noexcept { return *m_list; }
    [[nodiscard]] const QLabel &note() const noexcept { return *m_note; }

private:
    void add(const QString &name, const QString &value);
    void addFields(const std::vector<Field> &fields, QByteArrayView message);

    QLabel *m_note;
    QTreeWidget *m_list;
};

} // namespace wiretale
