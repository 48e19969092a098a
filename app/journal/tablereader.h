// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/logreader.h"

#include <QFile>
#include <QHash>

#include <array>
#include <map>

namespace wiretale {

/// Opens our own tables (.jsonl, .csv, also the .csv for Excel): records without their bytes, so each keeps
/// the summary that its row tells. What a row does not say (a status, a frame's opcode) is taken from there.
class TableReader : public LogReader
{
public:
    enum class Column
    {
        Number,
        Connection,
        Exchange,
        Client,
        Technique,
        Kind,
        From,
        Departed,
        Arrived,
        Wall,
        WireBytes,
        PayloadBytes,
        Empty,
        Held,
        EventIds,
        Summary
    };
    static constexpr size_t ColumnCount = 16;
    using Cells = std::array<QByteArray, ColumnCount>; ///< null: as in the CSV, an empty cell

    /// `start`: what the file begins with.
    [[nodiscard]] static bool isMeant(QByteArrayView start) noexcept;
    static Result<std::unique_ptr<LogReader>> open(const QString &path);

    bool readOn() override;
    [[nodiscard]] double progress() const override;

private:
    explicit TableReader(const QString &path);
    /// The next row's cells; false at the end, or when the row is none (m_fault is set then).
    bool nextRow(Cells &cells);
    bool readJson(const QByteArray &line, Cells &cells);
    bool readCsv(const QByteArray &line, Cells &cells);
    bool take(const Cells &cells);
    bool wrong(const char *what);
    void deliverUntil(qint64 ns);
    [[nodiscard]] Error error() const;

    QFile m_file;
    char m_separator = ','; ///< of a CSV
    bool m_isJson = false;
    bool m_isRenumbered = false;
    int m_line = 0;
    QByteArray m_fault; ///< the column that is wrong
    std::multimap<qint64, RecordNumber> m_inFlight; ///< by arrival
    QHash<RecordNumber, RecordNumber> m_numbers; ///< as in the file, and here; requests only
    std::map<ConnectionNumber, bool> m_named;
    RecordNumber m_lastNumber = 0; ///< in the file
};

} // namespace wiretale
