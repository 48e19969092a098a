// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QColor>
#include <QString>

#include <array>

class QPalette;

namespace wiretale {

/// The ways in which messages are drawn: each has a colour, a line and a head
/// of its own.
enum class MessageMark : quint8
{
    Opening,
    Closing,
    Request,
    Answer,
    EmptyAnswer,
    Chunk,
    Event,
    Heartbeat,
    Handshake,
    Frame,
    ControlFrame,
    Failure,
    Opaque,
};
inline constexpr int MessageMarkCount = 13;

[[nodiscard]] MessageMark markOf(const Record &record) noexcept;
/// What people call it, translated.
[[nodiscard]] QString markTitle(MessageMark mark);

enum class HeadShape : quint8
{
    Filled,
    Open,
    Double,
    Diamond,
    Circle,
    Square,
    Bar,
    Cross
};

struct MarkStyle
{
    QColor color;
    Qt::PenStyle line = Qt::SolidLine;
    double width = 1.6;
    HeadShape head = HeadShape::Filled;
};

/// All that a diagram is painted with; made for a light or a dark palette.
struct DiagramStyle
{
    explicit DiagramStyle(const QPalette &palette);

    [[nodiscard]] const MarkStyle &of(MessageMark mark) const noexcept { return marks[size_t(mark)]; }

    std::array<MarkStyle, MessageMarkCount> marks;
    QColor background;
    QColor laneBackground; ///< of every second lane
    QColor text;
    QColor faintText;
    QColor lifeline;
    QColor connection;
    QColor grid;
    QColor now;
    QColor marker; ///< of a chapter or a changed setting
    QColor selection;
    bool isDark = false;
};

} // namespace wiretale
