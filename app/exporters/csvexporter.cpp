// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/csvexporter.h"

#include "app/exporters/exportchoice.h"
#include "app/exporters/exportfile.h"
#include "app/exporters/recordrow.h"
#include "app/journal/trafficlog.h"

#include <QByteArrayList>

#include <string_view>

namespace wiretale {

namespace {

constexpr char Header[]
    = "n,connection,exchange,client,technique,kind,from,departed_ns,arrived_ns,wall_ns,wire_bytes,"
      "payload_bytes,empty,held_ns,event_ids,summary\r\n";
constexpr char ByteOrderMark[] = "\xEF\xBB\xBF";

// RFC 4180, 2.6 and 2.7.
QByteArray quoted(QByteArray cell)
{
    constexpr std::string_view Special = ",;\"\r\n";
    const bool plain = std::string_view(cell.constData(), size_t(cell.size())).find_first_of(Special)
        == std::string_view::npos;
    if (plain)
        return cell;
    return '"' + cell.replace('"', "\"\"") + '"';
}

// A text from the wire must not become a formula in a spreadsheet.
QByteArray textCell(const QString &text)
{
    constexpr std::string_view Dangerous = "=+-@\t\r\n";
    QByteArray cell = text.toUtf8();
    if (!cell.isEmpty() && Dangerous.find(cell.front()) != std::string_view::npos)
        cell.prepend('\'');
    return quoted(std::move(cell));
}

QByteArray numberCell(const auto &optional)
{
    return optional ? QByteArray::number(*optional) : QByteArray();
}

QByteArray lineOf(const RecordRow &row, char separator)
{
    QByteArrayList ids;
    for (const qint64 id : row.eventIds)
        ids << QByteArray::number(id);
    const QByteArrayList cells {
        QByteArray::number(row.number),
        QByteArray::number(row.connection),
        numberCell(row.exchange),
        textCell(row.client),
        techniqueName(row.technique),
        kindName(row.kind),
        senderName(row.from),
        QByteArray::number(row.departedNs),
        numberCell(row.arrivedNs),
        QByteArray::number(row.wallNs),
        QByteArray::number(row.wireBytes),
        QByteArray::number(row.payloadBytes),
        row.empty ? "true" : "false",
        numberCell(row.heldNs),
        ids.join(' '),
        textCell(row.summary),
    };
    return cells.join(separator) + "\r\n";
}

} // namespace

Result<void> writeCsv(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    const RecordNumber last = log.journal().size();
    ExportFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    const bool forExcel = choice.options.testFlag(ExportOption::Excel);
    const char separator = forExcel ? ';' : ',';
    if (forExcel)
        file.write(ByteOrderMark);
    file.write(QByteArray(Header).replace(',', separator));
    choice.records.visit(last, [&](RecordNumber number) {
        file.write(lineOf(recordRow(log, number), separator));
        return !file.failed();
    });
    return file.commit();
}

} // namespace wiretale
