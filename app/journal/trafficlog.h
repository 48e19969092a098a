// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/journal.h"
#include "app/journal/statistics.h"
#include "app/wire/wiresink.h"
#include "common/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <limits>
#include <memory>
#include <vector>

namespace wiretale {

class Capture;

/// What somebody adds to the bytes of a log. What its text means is for those to know who write it.
struct LogMark
{
    qint64 atNs = 0; ///< clock time
    RecordNumber number = 0; ///< the message that it is about; 0: none
    QByteArray text {}; ///< UTF-8

    friend bool operator==(const LogMark &, const LogMark &) = default;
};

/// Everything that was recorded: the journal in memory and the bytes in a capture file (pcapng).
///
/// Written by one thread through the WireSink that it is, read by many. The capture is a temporary file that
/// goes away with the log, unless a path was given. When the disk is full or the limit reached, recording
/// bytes stops and says so once; the journal goes on, and what was written stays good.
class TrafficLog : public WireSink
{
public:
    /// `wallStartNs`: Unix time of clock time 0. Packets are stamped with it plus clock time, so that
    /// Wireshark's times are the model's, whatever the clock's rate was. What a file tells may be beyond all
    /// reason: it is kept within 146 years of 1970, so that sums with it fit.
    /// The capture takes up to `limit` bytes.
    static constexpr qint64 DefaultLimit = qint64(1024) * 1024 * 1024;
    static constexpr qint64 NoLimit = std::numeric_limits<qint64>::max();
    static Result<std::shared_ptr<TrafficLog>> create(qint64 wallStartNs, const QString &capturePath = {},
                                                      qint64 limit = DefaultLimit);
    /// One that is made from a file of others, into a temporary capture without a limit, which is not missed
    /// after a crash.
    static Result<std::shared_ptr<TrafficLog>> createCopy(qint64 wallStartNs);
    /// One recorded before, whose bytes are in our own capture at `path`. It is filled by restore() and the
    /// rest of the sink, and takes no new bytes.
    static Result<std::shared_ptr<TrafficLog>> open(qint64 wallStartNs, const QString &path);
    ~TrafficLog() override;

    /// The port that the server has in the capture, for connections that open from now on; 7780 unless set.
    void setServerPort(quint16 port);

    /// A record without `wallNs` gets it from its departure.
    RecordNumber departed(const Record &record, QByteArrayView bytes,
                          std::span<const qint64> eventIds) override;
    void arrived(RecordNumber number, qint64 arrivedNs) override;
    void lost(RecordNumber number) override;
    void named(ConnectionNumber connection, const QString &client) override;
    /// As Journal::announceClient().
    void announceClient(const QString &client, Technique technique);
    void eventPublished(qint64 eventId, qint64 publishedNs);
    /// Keeps a mark. `words`, if any, are what it says to people: other programs show them as a comment on
    /// the next message's packet. False, and nothing is kept, when the text is longer than some mebibytes, or
    /// all marks together are.
    bool mark(const LogMark &mark, const QString &words = {});
    /// A record with all that it had, `captureOffset` included; the capture is whole up to `wholeEnd`
    /// (bytes).
    void restore(const Record &record, std::span<const qint64> eventIds, qint64 wholeEnd);
    void growCapture(qint64 wholeEnd);
    /// For a record whose bytes are not there, and so cannot tell it.
    void setSummary(RecordNumber number, const QString &text);
    /// Writes out what is buffered. Call it some times a second, that a crash loses less than that;
    /// reading does not need it. Answers the Error with which recording stopped once, then success again.
    Result<void> flush();
    [[nodiscard]] const Statistics &statistics() const noexcept;

    [[nodiscard]] const Journal &journal() const noexcept;
    /// The bytes of a message, as they stood on the wire; empty for what has none, or when they could not be
    /// recorded.
    [[nodiscard]] QByteArray bytes(RecordNumber number) const;
    /// As summaryOf() in connectiondissector.h.
    [[nodiscard]] QString summary(RecordNumber number) const;
    /// In the order in which they were made.
    [[nodiscard]] std::vector<LogMark> marks() const;
    [[nodiscard]] qint64 wallStartNs() const noexcept;
    [[nodiscard]] QString capturePath() const;
    /// Whether the capture goes away with the log.
    [[nodiscard]] bool isTemporary() const noexcept;
    /// Temporary captures of processes that died, the youngest first; to be opened, and removed when not
    /// wanted. Copies of other files that they left are removed.
    [[nodiscard]] static QStringList capturesLeftBehind();
    /// Unless another process takes it up just now.
    static void removeLeftBehind(const QString &path);
    /// Counts every change of anything that a capture keeps. Any thread.
    [[nodiscard]] quint64 revision() const noexcept;
    /// Set when recording had to stop; one translated sentence.
    [[nodiscard]] QString recordingFault() const;
    /// Writes the capture as it stands to `path`: a new file, moved into place whole. May be called while it
    /// grows. To the capture's own path it writes out what is buffered.
    Result<void> saveCapture(const QString &path) const;

private:
    TrafficLog();
    static Result<std::shared_ptr<TrafficLog>> over(Result<std::unique_ptr<Capture>> capture,
                                                    qint64 wallStartNs);
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wiretale
