// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>
#include <QByteArrayView>

/// The blocks of a pcapng file (draft-ietf-opsawg-pcapng), little-endian, appended to `out` whole.
namespace wiretale::pcapng {

/// From a packet block's beginning to its packet's bytes.
inline constexpr qsizetype PacketAt = 28;
/// From any block's beginning to its total length (quint32).
inline constexpr qsizetype LengthAt = 4;
/// From a packet block's beginning to the number of its packet's bytes (quint32).
inline constexpr qsizetype CapturedLengthAt = 20;

void appendSectionHeader(QByteArray &out, QByteArrayView application, QByteArrayView comment);

/// Of raw IP packets, with times in nanoseconds.
void appendInterface(QByteArray &out, QByteArrayView name);

/// Says that the IPv4 address has this name (UTF-8; a zero ends it).
void appendName(QByteArray &out, quint32 address, QByteArrayView name);

/// A packet on interface 0: `header` followed by `payload`, stamped with Unix time. What goes to the server
/// is marked inbound, what comes from it outbound.
void appendPacket(QByteArray &out, qint64 stampNs, QByteArrayView header, QByteArrayView payload,
                  Direction direction, QByteArrayView comment);

} // namespace wiretale::pcapng
