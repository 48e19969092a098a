// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/record.h"

namespace wiretale {

bool isInterim(const Record &record) noexcept
{
    return record.kind == MessageKind::Response && record.code >= 100 && record.code < 200
        && record.code != 101;
}

bool answers(const Record &record) noexcept
{
    if (record.direction != Direction::ServerToClient)
        return false;
    return (record.kind == MessageKind::Response && !isInterim(record)) || isBodyPiece(record)
        || record.kind == MessageKind::Frame;
}

bool isBodyPiece(const Record &record) noexcept
{
    return record.kind == MessageKind::Chunk || record.kind == MessageKind::Event
        || record.kind == MessageKind::Heartbeat;
}

bool isControlFrame(const Record &record) noexcept
{
    return record.kind == MessageKind::Frame && record.code >= quint16(FrameOpcode::Close);
}

const char *kindName(MessageKind kind) noexcept
{
    switch (kind) {
    case MessageKind::Open:
        return "open";
    case MessageKind::Request:
        return "request";
    case MessageKind::Response:
        return "response";
    case MessageKind::Chunk:
        return "chunk";
    case MessageKind::Event:
        return "event";
    case MessageKind::Heartbeat:
        return "heartbeat";
    case MessageKind::Frame:
        return "frame";
    case MessageKind::Close:
        return "close";
    case MessageKind::Fault:
        return "fault";
    case MessageKind::Opaque:
        break;
    }
    return "opaque";
}

const char *techniqueName(Technique technique) noexcept
{
    switch (technique) {
    case Technique::AjaxPolling:
        return "ajax-polling";
    case Technique::LongPolling:
        return "long-polling";
    case Technique::EventStream:
        return "event-stream";
    case Technique::WebSocket:
        return "websocket";
    case Technique::Http:
        break;
    }
    return "http";
}

const char *senderName(Direction direction) noexcept
{
    return direction == Direction::ClientToServer ? "client" : "server";
}

} // namespace wiretale
