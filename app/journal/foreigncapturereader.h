// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/capturedconnection.h"
#include "app/journal/capturesource.h"
#include "app/journal/ipfragments.h"
#include "app/journal/logreader.h"
#include "app/journal/loopbacktwins.h"
#include "app/wire/clientnamer.h"

#include <map>
#include <utility>

namespace wiretale {

/// Opens a capture that another program made: its TCP connections become a log of ours, whose bytes go into a
/// temporary capture. Clock time 0 is the first packet's.
class ForeignCaptureReader : public LogReader
{
public:
    static Result<std::unique_ptr<LogReader>> open(const QString &path,
                                                   std::unique_ptr<CaptureSource> source);

    bool readOn() override;
    [[nodiscard]] double progress() const override;

private:
    using Ends = std::pair<HostPort, HostPort>; ///< the smaller first

    ForeignCaptureReader(QString path, std::unique_ptr<CaptureSource> source);
    Result<void> begin();
    [[nodiscard]] std::optional<CapturedSegment> segmentOf(const CaptureItem &item);
    void take(const CapturedSegment &segment, qint64 stampNs);
    CapturedConnection &connectionOf(const CapturedSegment &segment);
    void conclude();

    QString m_path;
    std::unique_ptr<CaptureSource> m_source;
    LoopbackTwins m_twins;
    IpFragments m_fragments;
    ClientNamer m_namer;
    std::map<Ends, std::unique_ptr<CapturedConnection>> m_connections;
    ConnectionNumber m_lastNumber = 0;
    qint64 m_lastNs = 0;
    qint64 m_lastStampNs = 0;
    bool m_hasGaps = false;
    bool m_isConcluded = false;
};

} // namespace wiretale
