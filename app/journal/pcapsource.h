// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/capturesource.h"

namespace wiretale {

/// The older format of captures: a header, then packets (draft-ietf-opsawg-pcap, 4 and 5).
class PcapSource : public CaptureSource
{
public:
    [[nodiscard]] static bool isMeant(QByteArrayView magic) noexcept;
    explicit PcapSource(std::unique_ptr<QFile> file);

    bool next(CaptureItem &item) override;

private:
    bool readHeader();
    [[nodiscard]] quint32 number(QByteArrayView bytes, qsizetype at) const noexcept;

    bool m_isBig = false;
    bool m_isRead = false; ///< the header
    qint64 m_nsPerTick = 1000;
    quint32 m_linkType = 0;
};

} // namespace wiretale
