// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/fieldcolor.h"

#include <QPalette>

namespace wiretale {

namespace {

constexpr int NoHue = -1;
constexpr int Grey = -2;

int hueOf(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Method:
    case FieldKind::Path:
    case FieldKind::QuestionMark:
    case FieldKind::Query:
    case FieldKind::StatusCode:
    case FieldKind::FrameStart:
    case FieldKind::RequestLine:
    case FieldKind::StatusLine:
        return 212;
    case FieldKind::Version:
    case FieldKind::Reason:
    case FieldKind::FrameLength:
        return 190;
    case FieldKind::HeaderName:
    case FieldKind::Header:
    case FieldKind::Trailer:
        return 265;
    case FieldKind::FieldName:
    case FieldKind::StreamField:
        return 36;
    case FieldKind::FieldValue:
        return 52;
    case FieldKind::Chunk:
    case FieldKind::ChunkSizeLine:
    case FieldKind::ChunkSize:
    case FieldKind::ChunkExtension:
    case FieldKind::ChunkEnd:
    case FieldKind::LastChunk:
    case FieldKind::BodyEnd:
    case FieldKind::ExtendedLength:
        return 325;
    case FieldKind::MaskingKey:
        return 290;
    case FieldKind::Body:
    case FieldKind::ChunkData:
    case FieldKind::Payload:
    case FieldKind::CloseReason:
        return 145;
    case FieldKind::CloseCode:
        return 100;
    case FieldKind::Unknown:
        return 0;
    case FieldKind::BlankLine:
    case FieldKind::HeadEnd:
    case FieldKind::StreamComment:
    case FieldKind::CommentText:
    case FieldKind::LineEnd:
    case FieldKind::Colon:
    case FieldKind::EmptyLine:
        return Grey;
    default:
        return NoHue;
    }
}

} // namespace

QColor fieldColor(FieldKind kind, const QPalette &palette)
{
    const int hue = hueOf(kind);
    if (hue == NoHue)
        return {};
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    if (hue == Grey)
        return isDark ? QColor(255, 255, 255, 28) : QColor(0, 0, 0, 22);
    return isDark ? QColor::fromHsl(hue, 110, 68) : QColor::fromHsl(hue, 190, 218);
}

} // namespace wiretale
