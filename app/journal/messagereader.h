// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/plainstream.h"
#include "app/wire/fielddissector.h"

#include <map>
#include <memory>
#include <set>
#include <tuple>

namespace wiretale {

class TrafficLog;

/// Reads messages of a log and names their bytes. What a piece of a body is depends on what went before in
/// its exchange; that is read as well, back to the head, and remembered, so that going on from message to
/// message costs little. Looks back over a bounded number of messages: behind those it goes by how the bytes
/// look.
class MessageReader
{
public:
    explicit MessageReader(std::shared_ptr<const TrafficLog> log = {});

    /// `number` from 1 to the journal's size. No fields when the message has no bytes, or they were not
    /// recorded.
    [[nodiscard]] const MessageFields &read(RecordNumber number);
    /// What the message carries, unpacked as far as that can be done. A piece of a compressed body, or a
    /// frame whose compression goes on from earlier ones, costs a look at all of those, unless one was asked
    /// for before; where they are too many, or come to too much, they are out of reach.
    [[nodiscard]] PlainContent plain(RecordNumber number);

    [[nodiscard]] const std::shared_ptr<const TrafficLog> &log() const noexcept { return m_log; }

private:
    /// One direction of an exchange.
    using StreamKey = std::tuple<ConnectionNumber, RecordNumber, Direction>;
    struct Unpacking
    {
        PlainStream stream; ///< after `last`
        RecordNumber last = 0;
        PlainContent content; ///< of `last`
        std::optional<QByteArray> coding; ///< empty: none; nothing: not looked up yet
        bool isFrames = false;
        bool keepsContext = true; ///< of frames
    };

    [[nodiscard]] std::vector<RecordNumber> wayTo(RecordNumber number, const Record &record);
    [[nodiscard]] Unpacking &unpackingOf(const StreamKey &key);
    [[nodiscard]] PlainContent asSent(const StreamKey &key, RecordNumber number);
    void lookUpCoding(RecordNumber number, const Record &record, Unpacking &unpacking) const;
    [[nodiscard]] std::optional<std::vector<RecordNumber>>
    packedWayTo(RecordNumber number, const Record &record, const Unpacking &unpacking) const;

    [[nodiscard]] bool unpack(const std::vector<RecordNumber> &way, Unpacking &unpacking);

    std::shared_ptr<const TrafficLog> m_log;
    FieldDissector m_dissector; ///< after m_last
    MessageFields m_read; ///< m_last
    RecordNumber m_last = 0;
    std::map<StreamKey, Unpacking> m_unpackings;
    std::set<StreamKey> m_asSent; ///< streams without compression
};

/// Whether a message is the first of its direction in its exchange, or needs nothing that went before it to
/// be read: a head, a frame.
[[nodiscard]] bool beginsAnew(const Record &record) noexcept;

} // namespace wiretale
