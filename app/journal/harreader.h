// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/logreader.h"
#include "app/wire/clientnamer.h"

#include <QByteArray>
#include <QHash>

#include <map>

class QJsonObject;

namespace wiretale {

/// Opens an HTTP archive (HAR 1.2) of a browser or of ours, as far as it tells: requests and answers with
/// their times, WebSocket messages (`_webSocketMessages`), events of a stream (`_eventSourceMessages`). It
/// does not hold the bytes that passed; messages are put together from what it says of them.
class HarReader : public LogReader
{
public:
    /// `start`: what the file begins with.
    [[nodiscard]] static bool isMeant(QByteArrayView start) noexcept;
    static Result<std::unique_ptr<LogReader>> open(const QString &path);

    bool readOn() override;
    [[nodiscard]] double progress() const override;

private:
    struct Part
    {
        Record record {};
        QByteArray bytes {};
        qint64 arrivesAtNs = Record::NotArrived;
        qsizetype exchange = 0; ///< index of the entry
        QString userAgent {};
    };

    HarReader() = default;
    [[nodiscard]] static Technique techniqueOf(const QJsonObject &entry, bool isSocket, bool isStream);
    void plan(const QJsonObject &entry, qsizetype index, qint64 startNs);
    void planStream(const QJsonObject &entry, const Part &answer);
    void planSocket(const QJsonObject &entry, const Part &answer);
    void add(Part part);
    void send(const Part &part);
    void deliverUntil(qint64 ns);
    ConnectionNumber connectionOf(const QJsonObject &entry);

    QString m_path;
    std::multimap<qint64, Part> m_parts; ///< by departure, clock time
    size_t m_total = 0;
    std::multimap<qint64, RecordNumber> m_inFlight; ///< by arrival
    QHash<QString, ConnectionNumber> m_connections; ///< by what the archive calls them
    QHash<ConnectionNumber, ConnectionNumber> m_opened; ///< numbers here, in the order of opening
    QHash<qsizetype, RecordNumber> m_requests; ///< by entry
    ClientNamer m_namer;
    quint32 m_masks = 0; ///< how many were made
};

} // namespace wiretale
