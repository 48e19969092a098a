// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/field.h"

#include <QAbstractScrollArea>

namespace wiretale {

/// The bytes of a message, hexadecimal digits and characters side by side, each field in its colour. As many
/// bytes a line as there is room for. Keys move from byte to byte.
class InspectorHexView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit InspectorHexView(QWidget *parent = nullptr);

    void setMessage(const QByteArray &bytes, const std::vector<Field> &fields);
    /// Marks these bytes and brings them into view. Emits nothing.
    void setMarked(qint64 begin, qint64 length);

    [[nodiscard]] qint64 markedBegin() const noexcept { return m_markedBegin; }
    [[nodiscard]] qint64 markedLength() const noexcept { return m_markedLength; }
    [[nodiscard]] int bytesInLine() const noexcept { return m_bytesInLine; }
    /// Where the byte is in the viewport, for the digits' half.
    [[nodiscard]] QRect placeOf(qint64 byte) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user chose a byte.
    void byteChosen(qint64 byte);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void choose(qint64 byte);
    void reveal(qint64 byte);
    void paintLine(QPainter &painter, qint64 line) const;
    void paintBackground(QPainter &painter, qint64 byte, qint64 end) const;
    [[nodiscard]] qint64 byteAt(const QPoint &position) const;
    [[nodiscard]] qint64 lineCount() const noexcept;
    [[nodiscard]] int lineTop(qint64 byte) const;
    [[nodiscard]] int digitsLeft(int column) const;
    [[nodiscard]] int characterLeft(int column) const;
    [[nodiscard]] bool isMarked(qint64 byte) const noexcept;

    QByteArray m_bytes;
    std::vector<FieldKind> m_kindOf; ///< index: byte
    std::vector<int> m_leafOf; ///< index: byte; bytes of one field have the same
    qint64 m_cursor = 0;
    qint64 m_markedBegin = 0;
    qint64 m_markedLength = 0;
    int m_bytesInLine = 16;
    int m_characterWidth = 8;
    int m_lineHeight = 16;
};

} // namespace wiretale
