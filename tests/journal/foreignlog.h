// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/logreader.h"
#include "tests/journal/pcapwriter.h"

#include <QFile>
#include <QTemporaryDir>

namespace wiretale {

/// One exchange, as other programs capture it and as it opens.
class ForeignLog
{
public:
    static inline const QByteArray Request = "GET /a HTTP/1.1\r\nHost: x\r\nUser-Agent: curl/8\r\n\r\n";
    static inline const QByteArray Response = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";

    static void playExchange(PcapWriter &to)
    {
        to.handshake();
        to.segment(true, 0, Request);
        to.noise();
        to.segment(false, 0, Response, Request.size());
        to.segment(true, Request.size(), {}, Response.size());
    }
    static void playClosing(PcapWriter &to)
    {
        to.segment(true, Request.size(), {}, Response.size(), PcapWriter::Fin | PcapWriter::Ack);
        to.segment(false, Response.size(), {}, Request.size() + 1, PcapWriter::Fin | PcapWriter::Ack);
        to.segment(true, Request.size() + 1, {}, Response.size() + 1);
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("a.pcap")); }
    [[nodiscard]] Result<std::unique_ptr<LogReader>> read(const QByteArray &bytes) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return Error {file.errorString()};
        file.close();
        return readWhole(path());
    }

    /// "open request 45 response 60 close": kinds and bytes, both directions in their order.
    static QString told(const TrafficLog &log)
    {
        QStringList result;
        for (RecordNumber number = 1; number <= log.journal().size(); ++number) {
            const Record record = log.journal().at(number);
            const QString bytes = QString::number(record.wireBytes);
            const bool isFault = record.kind == MessageKind::Fault;
            result << QString::fromLatin1(kindName(record.kind))
                    + (isFault                    ? u' ' + log.summary(number)
                           : record.wireBytes > 0 ? u' ' + bytes
                                                  : QString());
        }
        return result.join(u' ');
    }

private:
    QTemporaryDir m_folder;
};

} // namespace wiretale
