// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/messagemark.h"

#include <QCoreApplication>
#include <QPalette>

namespace wiretale {

MessageMark markOf(const Record &record) noexcept
{
    if (record.has(RecordFlag::Malformed))
        return MessageMark::Failure;
    switch (record.kind) {
    case MessageKind::Open:
        return MessageMark::Opening;
    case MessageKind::Close:
        return record.code == 1 ? MessageMark::Failure : MessageMark::Closing;
    case MessageKind::Request:
        return record.has(RecordFlag::Handshake) ? MessageMark::Handshake : MessageMark::Request;
    case MessageKind::Response:
        if (record.has(RecordFlag::Handshake))
            return MessageMark::Handshake;
        if (record.code >= 400)
            return MessageMark::Failure;
        return record.isEmptyResponse() ? MessageMark::EmptyAnswer : MessageMark::Answer;
    case MessageKind::Chunk:
        return record.isEmptyResponse() ? MessageMark::EmptyAnswer : MessageMark::Chunk;
    case MessageKind::Event:
        return MessageMark::Event;
    case MessageKind::Heartbeat:
        return MessageMark::Heartbeat;
    case MessageKind::Frame:
        return record.code >= quint16(FrameOpcode::Close) ? MessageMark::ControlFrame : MessageMark::Frame;
    case MessageKind::Fault:
        return MessageMark::Failure;
    case MessageKind::Opaque:
        break;
    }
    return MessageMark::Opaque;
}

QString markTitle(MessageMark mark)
{
    static constexpr std::array<const char *, MessageMarkCount> Titles {
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "connection opens"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "connection closes"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "request"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "answer"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "empty answer"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "portion of an answer"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "pushed event"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "heartbeat"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "handshake"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "frame"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "ping, pong, close"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "error"),
        QT_TRANSLATE_NOOP("wiretale::MessageMark", "other bytes"),
    };
    return QCoreApplication::translate("wiretale::MessageMark", Titles[size_t(mark)]);
}

DiagramStyle::DiagramStyle(const QPalette &palette)
    : background(palette.color(QPalette::Base))
    , text(palette.color(QPalette::Text))
    , isDark(background.lightness() < 128)
{
    const auto faded = [this](int alpha) {
        QColor color = text;
        color.setAlpha(alpha);
        return color;
    };
    laneBackground = faded(isDark ? 12 : 8);
    faintText = faded(170);
    lifeline = faded(110);
    connection = faded(isDark ? 48 : 30);
    grid = faded(18);
    now = QColor(isDark ? 0xffb74d : 0xe07b00);
    marker = QColor(isDark ? 0x7f9fd6 : 0x7a93c4);
    selection = QColor(isDark ? 0xffe082 : 0xffc400);

    const auto set
        = [this](MessageMark mark, QRgb light, QRgb dark, Qt::PenStyle line, double width, HeadShape head) {
              marks[size_t(mark)] = {QColor(isDark ? dark : light), line, width, head};
          };
    using enum MessageMark;
    set(Opening, 0x6b7280, 0x9ca3af, Qt::DashDotLine, 1.2, HeadShape::Open);
    set(Closing, 0x6b7280, 0x9ca3af, Qt::DashDotLine, 1.2, HeadShape::Bar);
    set(Request, 0x1f5fa8, 0x7db4f0, Qt::SolidLine, 1.8, HeadShape::Filled);
    set(Answer, 0x00795c, 0x4fd1ae, Qt::SolidLine, 2.4, HeadShape::Filled);
    set(EmptyAnswer, 0x7a7f88, 0xa9afb8, Qt::DashLine, 1.6, HeadShape::Open);
    set(Chunk, 0x00795c, 0x4fd1ae, Qt::DashDotLine, 1.8, HeadShape::Square);
    set(Event, 0xb86e00, 0xf5b74a, Qt::SolidLine, 2.4, HeadShape::Diamond);
    set(Heartbeat, 0xb86e00, 0xf5b74a, Qt::DotLine, 1.4, HeadShape::Circle);
    set(Handshake, 0x6a3fa0, 0xb794f4, Qt::SolidLine, 1.6, HeadShape::Double);
    set(Frame, 0xa3276f, 0xf08cc4, Qt::SolidLine, 2.2, HeadShape::Square);
    set(ControlFrame, 0xa3276f, 0xf08cc4, Qt::DotLine, 1.4, HeadShape::Circle);
    set(Failure, 0xc62828, 0xff7b72, Qt::SolidLine, 2.2, HeadShape::Cross);
    set(Opaque, 0x50565f, 0xc0c5cc, Qt::DashDotDotLine, 1.6, HeadShape::Open);
}

} // namespace wiretale
