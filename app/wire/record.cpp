// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/record.h"

namespace wiretale {

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
