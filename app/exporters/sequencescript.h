// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>

#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

namespace wiretale {

class TrafficLog;
struct ExportChoice;
struct RecordRow;

/// One message of a sequence diagram that is written as text: an arrow without length or slope, hence its
/// time in words.
struct SequenceStep
{
    enum class Kind
    {
        Request,
        Answer,
        Push, ///< what nobody asked for: an event, a portion, a frame
        Signal, ///< a connection opens or closes
        Note ///< no message: something befell the connection
    };

    Kind kind = Kind::Request;
    quint32 client = 0; ///< which participant, besides the one server
    bool fromClient = true;
    bool isLost = false;
    QString text {}; ///< "#57 1.250 s GET /events?after=3", without line ends
    bool beginsHold = false; ///< the server has a request from here on
    int holdsEnded = 0; ///< how many requests it has no more: an answer's one; a closing ends all there are
};

/// The chosen records of a log, one after the other, as steps. What was recorded when it was made.
class SequenceScript
{
public:
    SequenceScript(const TrafficLog &log, const ExportChoice &choice);

    /// Names, by SequenceStep::client, in the order in which they appear.
    [[nodiscard]] const std::vector<QString> &clients() const noexcept { return m_clients; }
    /// Calls `visit` for each step in the order of the records' numbers, until it answers false.
    void visit(const std::function<bool(const SequenceStep &)> &visit) const;

private:
    using Holds = std::map<RecordNumber, ConnectionNumber>; ///< requests that the server has

    [[nodiscard]] SequenceStep stepOf(RecordNumber number, Holds &holds) const;
    [[nodiscard]] int holdsEndedBy(const RecordRow &row, Holds &holds) const;

    const TrafficLog &m_log;
    const ExportChoice &m_choice;
    RecordNumber m_last;
    std::vector<QString> m_clients;
    std::unordered_map<ConnectionNumber, quint32> m_clientOf; ///< index of m_clients
};

/// How both kinds of text name a client; the server is "S".
[[nodiscard]] QString sequenceClient(quint32 client);
/// Text as it can stand in such a file: letters, digits and what `plain` holds as they are, other characters
/// of the first 256 as `numbered` writes them. What lies behind those certainly means nothing to its reader.
[[nodiscard]] QString sequenceText(const QString &text, QStringView plain, QString (*numbered)(char16_t));
/// What files in which a diagram is written are headed with; translated.
[[nodiscard]] QString sequenceTitle();
/// The server's name in them; translated.
[[nodiscard]] QString sequenceServerName();

} // namespace wiretale
