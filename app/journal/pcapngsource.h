// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/capturesource.h"

#include <vector>

namespace wiretale {

/// Blocks of a pcapng file: sections, interfaces, packets (three kinds), names, and our notes in any of them.
class PcapngSource : public CaptureSource
{
public:
    [[nodiscard]] static bool isMeant(QByteArrayView magic) noexcept;
    explicit PcapngSource(std::unique_ptr<QFile> file);

    bool next(CaptureItem &item) override;

private:
    struct Interface
    {
        quint32 linkType = 0;
        quint32 snapLength = 0; ///< 0: packets are never cut short
        quint8 resolution = 6; ///< if_tsresol: a power of ten, or of two when the highest bit is set
        qint64 offsetSeconds = 0;
    };
    struct Pending
    {
        QByteArrayView address;
        QByteArrayView name;
    };

    /// Of the block at the front; 0 when state() says why there is none.
    qint64 blockLength();
    bool readSection(QByteArrayView body);
    bool readInterface(QByteArrayView body);
    bool readPacket(QByteArrayView body, CaptureItem &item);
    bool readOldPacket(QByteArrayView body, CaptureItem &item);
    bool readSimplePacket(QByteArrayView body, CaptureItem &item);
    bool readNames(QByteArrayView body, CaptureItem &item);
    bool takePacket(QByteArrayView body, qsizetype at, quint32 interface, CaptureItem &item);
    template <typename Visit>
    void visitOptions(QByteArrayView options, Visit visit) const;
    [[nodiscard]] QByteArrayView noteIn(QByteArrayView options) const;
    [[nodiscard]] qint64 stampOf(const Interface &interface, quint64 ticks) const noexcept;
    template <typename Number>
    [[nodiscard]] Number number(QByteArrayView bytes, qsizetype at) const noexcept;

    std::vector<Interface> m_interfaces; ///< of the section in hand
    std::vector<Pending> m_names; ///< of the block in hand, last first
    qint64 m_toSkip = 0; ///< the block in hand, while its names are handed out
    bool m_isBig = false;
    bool m_isSecondSection = false;
};

} // namespace wiretale
