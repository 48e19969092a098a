// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/fielddissector.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSplitter;
class QTreeWidget;
class QTreeWidgetItem;

namespace wiretale {

class InspectorHexView;
class MessageReader;

/// Every byte of a message with the field that it belongs to: choosing a field marks its bytes, choosing a
/// byte its field.
class InspectorBytes : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorBytes(QWidget *parent = nullptr);

    /// 0: none.
    void showMessage(MessageReader &reader, RecordNumber number);
    /// Marks these bytes, whatever fields they are.
    void mark(qint64 begin, qint64 length);
    void retranslate();

    [[nodiscard]] InspectorHexView &hexView() noexcept { return *m_hex; }
    [[nodiscard]] QTreeWidget &tree() noexcept { return *m_tree; }
    [[nodiscard]] QCheckBox &unmaskedBox() noexcept { return *m_unmasked; }

private:
    void showBytes();
    void fill(const std::vector<Field> &fields, QTreeWidgetItem *parent);
    void onFieldChosen();
    void onByteChosen(qint64 byte);
    void tellAbout(const Field *field);
    [[nodiscard]] const Field *fieldOf(const QTreeWidgetItem *item) const;

    QByteArray m_bytes;
    MessageFields m_message;
    QList<const Field *> m_shown; ///< of the tree's items, which know their place in it
    QCheckBox *m_unmasked;
    QSplitter *m_splitter;
    InspectorHexView *m_hex;
    QTreeWidget *m_tree;
    QLabel *m_about;
    bool m_isOwnChange = false;
};

} // namespace wiretale
