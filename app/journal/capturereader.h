// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/capturenote.h"
#include "app/journal/capturesource.h"
#include "app/journal/logreader.h"

namespace wiretale {

/// Opens a capture of ours: each note in it is a call that the wire made, and is made again, so the log
/// becomes what it was. Where messages were left out, those that are there are numbered anew. Messages keep
/// their bytes where they lie in the file.
class CaptureReader : public LogReader
{
public:
    static Result<std::unique_ptr<LogReader>> open(const QString &path,
                                                   std::unique_ptr<CaptureSource> source);

    bool readOn() override;
    [[nodiscard]] double progress() const override;

private:
    CaptureReader(QString path, std::unique_ptr<CaptureSource> source);

    bool take(const CaptureItem &item);
    bool apply(CaptureNote &note, const CaptureItem &item);
    bool beginRecord(CaptureNote &note, const CaptureItem &item);
    bool continueRecord(const CaptureItem &item);
    void finishRecord(qint64 end);
    void takeMark(const CaptureNote &note);
    [[nodiscard]] RecordNumber numberHere(RecordNumber inFile) const;
    void conclude();

    /// A row of records that follow each other in the file.
    struct Row
    {
        RecordNumber firstInFile = 1;
        RecordNumber first = 1; ///< as it is numbered here
    };

    QString m_path;
    std::vector<Row> m_rows {Row {}}; ///< more than one when messages were left out
    std::unique_ptr<CaptureSource> m_source;
    CaptureNote m_record; ///< whose bytes are not all there yet
    qint64 m_missing = 0; ///< of its bytes
    CaptureNote m_mark; ///< whose parts are not all there yet
    quint32 m_marked = 0; ///< how many of them are
    qint64 m_good = 0; ///< behind the last block that was taken
    bool m_isPart = false; ///< messages were left out
    bool m_isDamaged = false;
};

} // namespace wiretale
