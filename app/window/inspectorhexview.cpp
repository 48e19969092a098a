// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/inspectorhexview.h"

#include "app/window/fieldcolor.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace wiretale {

namespace {

constexpr int OffsetDigits = 5;
constexpr int Margin = 4;
constexpr int MostInLine = 16;

} // namespace

InspectorHexView::InspectorHexView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    arrange();
}

void InspectorHexView::setMessage(const QByteArray &bytes, const std::vector<Field> &fields)
{
    m_bytes = bytes;
    // Without fields nothing is to stand out.
    m_kindOf.assign(size_t(bytes.size()), fields.empty() ? FieldKind::Space : FieldKind::Unknown);
    m_leafOf.assign(size_t(bytes.size()), -1);
    int index = 0;
    for (const Field *leaf : leafFields(fields)) {
        // Bits of a byte have no colour of their own: the byte has its field's.
        const std::vector<const Field *> path = fieldPath(fields, leaf->begin);
        const Field *shown = leaf->bits > 0 && !path.empty() ? path.back() : leaf;
        for (qint64 byte = leaf->begin; byte < std::min<qint64>(leaf->end(), bytes.size()); ++byte) {
            m_kindOf[size_t(byte)] = shown->kind;
            m_leafOf[size_t(byte)] = leaf->bits > 0 ? int(shown->begin) - MostInLine : index;
        }
        ++index;
    }
    m_cursor = 0;
    m_markedBegin = 0;
    m_markedLength = 0;
    arrange();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void InspectorHexView::setMarked(qint64 begin, qint64 length)
{
    m_markedBegin = begin;
    m_markedLength = length;
    if (!isMarked(m_cursor))
        m_cursor = std::clamp<qint64>(begin, 0, std::max<qint64>(m_bytes.size() - 1, 0));
    reveal(begin);
    viewport()->update();
}

QSize InspectorHexView::sizeHint() const
{
    return {characterLeft(MostInLine) + Margin, 12 * m_lineHeight};
}

void InspectorHexView::arrange()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    viewport()->setFont(fixed);
    const QFontMetrics metrics(fixed);
    m_characterWidth = metrics.horizontalAdvance(u'0');
    m_lineHeight = metrics.height() + 2;
    m_bytesInLine = MostInLine;
    while (m_bytesInLine > 4 && characterLeft(m_bytesInLine) + Margin > viewport()->width())
        m_bytesInLine /= 2;
    const int page = std::max(1, viewport()->height() / m_lineHeight);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, int(std::max<qint64>(lineCount() - page, 0)));
}

qint64 InspectorHexView::lineCount() const noexcept
{
    return (m_bytes.size() + m_bytesInLine - 1) / m_bytesInLine;
}

int InspectorHexView::digitsLeft(int column) const
{
    return Margin + (OffsetDigits + 1 + 3 * column) * m_characterWidth;
}

int InspectorHexView::characterLeft(int column) const
{
    return digitsLeft(m_bytesInLine) + column * m_characterWidth;
}

int InspectorHexView::lineTop(qint64 byte) const
{
    return int(byte / m_bytesInLine - verticalScrollBar()->value()) * m_lineHeight;
}

bool InspectorHexView::isMarked(qint64 byte) const noexcept
{
    return byte >= m_markedBegin && byte < m_markedBegin + m_markedLength;
}

QRect InspectorHexView::placeOf(qint64 byte) const
{
    return {digitsLeft(int(byte % m_bytesInLine)), lineTop(byte), 2 * m_characterWidth, m_lineHeight};
}

void InspectorHexView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const qint64 first = verticalScrollBar()->value();
    const qint64 last = std::min(lineCount(), first + viewport()->height() / m_lineHeight + 2);
    for (qint64 line = first; line < last; ++line)
        paintLine(painter, line);
}

// What lies behind one byte; the gap to the next is filled as well where both belong to one field.
void InspectorHexView::paintBackground(QPainter &painter, qint64 byte, qint64 end) const
{
    const QColor color = isMarked(byte) ? palette().color(QPalette::Highlight)
                                        : fieldColor(m_kindOf[size_t(byte)], palette());
    if (!color.isValid())
        return;
    const bool goesOn = byte + 1 < end
        && (isMarked(byte) ? isMarked(byte + 1)
                           : m_leafOf[size_t(byte)] == m_leafOf[size_t(byte) + 1] && !isMarked(byte + 1));
    const QRect place = placeOf(byte);
    painter.fillRect(place.adjusted(0, 0, goesOn ? m_characterWidth : 0, 0), color);
    painter.fillRect(characterLeft(int(byte % m_bytesInLine)), place.top(), m_characterWidth, m_lineHeight,
                     color);
}

void InspectorHexView::paintLine(QPainter &painter, qint64 line) const
{
    const qint64 begin = line * m_bytesInLine;
    const qint64 end = std::min<qint64>(begin + m_bytesInLine, m_bytes.size());
    const int top = lineTop(begin);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(Margin, top, OffsetDigits * m_characterWidth, m_lineHeight), Qt::AlignVCenter,
                     QStringLiteral("%1").arg(begin, OffsetDigits, 16, QLatin1Char('0')));
    for (qint64 byte = begin; byte < end; ++byte)
        paintBackground(painter, byte, end);
    for (qint64 byte = begin; byte < end; ++byte) {
        const char value = m_bytes.at(byte);
        const bool isPrintable = value >= 0x20 && value < 0x7f;
        painter.setPen(palette().color(isMarked(byte) ? QPalette::HighlightedText : QPalette::Text));
        const QRect place = placeOf(byte);
        painter.drawText(place, Qt::AlignCenter,
                         QStringLiteral("%1").arg(quint8(value), 2, 16, QLatin1Char('0')));
        painter.drawText(QRect(characterLeft(int(byte - begin)), top, m_characterWidth, m_lineHeight),
                         Qt::AlignCenter,
                         QString(isPrintable ? QChar(QLatin1Char(value)) : QChar(u'\u00b7')));
        if (byte == m_cursor && hasFocus()) {
            painter.setPen(palette().color(isMarked(byte) ? QPalette::HighlightedText : QPalette::Text));
            painter.drawRect(place.adjusted(-1, 0, 0, -1));
        }
    }
}

void InspectorHexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

qint64 InspectorHexView::byteAt(const QPoint &position) const
{
    const qint64 line = verticalScrollBar()->value() + std::max(position.y(), 0) / m_lineHeight;
    const bool isCharacter = position.x() >= characterLeft(0);
    const int column = isCharacter ? (position.x() - characterLeft(0)) / m_characterWidth
                                   : (position.x() - digitsLeft(0)) / (3 * m_characterWidth);
    const qint64 byte = line * m_bytesInLine + std::clamp(column, 0, m_bytesInLine - 1);
    return std::min<qint64>(byte, m_bytes.size() - 1);
}

void InspectorHexView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(byteAt(event->position().toPoint()));
}

void InspectorHexView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        choose(byteAt(event->position().toPoint()));
}

void InspectorHexView::keyPressEvent(QKeyEvent *event)
{
    const qint64 page = qint64(verticalScrollBar()->pageStep()) * m_bytesInLine;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_cursor - 1);
    case Qt::Key_Right:
        return choose(m_cursor + 1);
    case Qt::Key_Up:
        return choose(m_cursor - m_bytesInLine);
    case Qt::Key_Down:
        return choose(m_cursor + m_bytesInLine);
    case Qt::Key_PageUp:
        return choose(m_cursor - page);
    case Qt::Key_PageDown:
        return choose(m_cursor + page);
    case Qt::Key_Home:
        return choose(event->modifiers().testFlag(Qt::ControlModifier) ? 0
                                                                       : m_cursor - m_cursor % m_bytesInLine);
    case Qt::Key_End:
        return choose(event->modifiers().testFlag(Qt::ControlModifier)
                          ? m_bytes.size() - 1
                          : m_cursor - m_cursor % m_bytesInLine + m_bytesInLine - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void InspectorHexView::choose(qint64 byte)
{
    if (m_bytes.isEmpty())
        return;
    m_cursor = std::clamp<qint64>(byte, 0, m_bytes.size() - 1);
    reveal(m_cursor);
    viewport()->update();
    Q_EMIT byteChosen(m_cursor);
}

void InspectorHexView::reveal(qint64 byte)
{
    const int line = int(byte / m_bytesInLine);
    const int first = verticalScrollBar()->value();
    const int page = verticalScrollBar()->pageStep();
    if (line < first)
        verticalScrollBar()->setValue(line);
    else if (line >= first + page)
        verticalScrollBar()->setValue(line - page + 1);
}

void InspectorHexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace wiretale
