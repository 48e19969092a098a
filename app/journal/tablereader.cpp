// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/tablereader.h"

#include "app/journal/summarycode.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace wiretale {

namespace {

constexpr int RowsAtATime = 2048;
constexpr qint64 LongestLine = qint64(4) * 1024 * 1024;
constexpr qint64 LatestNs = qint64(1) << 55;
constexpr ConnectionNumber MostLeftOut = 1'048'576; // connections, all in all, as in CaptureReader
constexpr std::array<const char *, TableReader::ColumnCount> Names {
    "n",     "connection",  "exchange",   "client",  "technique",  "kind",
    "from",  "departed_ns", "arrived_ns", "wall_ns", "wire_bytes", "payload_bytes",
    "empty", "held_ns",     "event_ids",  "summary"};
constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF";

const QByteArray &at(const TableReader::Cells &cells, TableReader::Column column)
{
    return cells[size_t(column)];
}

/// The cell's number; false when it is none in these limits.
template <typename Number>
bool read(const QByteArray &cell, Number &number, qint64 least = 0,
          quint64 most = std::numeric_limits<Number>::max())
{
    bool isNumber = false;
    const qint64 value = cell.toLongLong(&isNumber);
    if (!isNumber || value < least || (value > 0 && quint64(value) > most))
        return false;
    number = Number(value);
    return true;
}

template <typename Enum>
bool readName(const QByteArray &cell, Enum &value, int count, const char *(*name)(Enum))
{
    for (int i = 0; i < count; ++i) {
        if (cell == name(Enum(i))) {
            value = Enum(i);
            return true;
        }
    }
    return false;
}

bool readIds(const QByteArray &cell, std::vector<qint64> &ids)
{
    if (cell.isEmpty())
        return true;
    const QList<QByteArray> words = cell.split(' ');
    return std::ranges::all_of(words, [&](const QByteArray &word) {
        return read(word, ids.emplace_back(), std::numeric_limits<qint64>::min());
    });
}

QByteArray cellOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return QByteArray::number(value.toInteger());
    case QJsonValue::String:
        return value.toString().toUtf8();
    case QJsonValue::Array: {
        QByteArrayList ids;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &id : array)
            ids << cellOf(id);
        return ids.join(' ');
    }
    default:
        return {};
    }
}

/// As the exporter made a text harmless for a spreadsheet.
void unguard(QByteArray &cell)
{
    if (cell.size() > 1 && cell.front() == '\'' && QByteArrayView("=+-@\t\r\n").contains(cell.at(1)))
        cell.remove(0, 1);
}

} // namespace

bool TableReader::isMeant(QByteArrayView start) noexcept
{
    if (start.startsWith(ByteOrderMark))
        start = start.sliced(ByteOrderMark.size());
    return start.startsWith("n,connection,") || start.startsWith("n;connection;")
        || start.startsWith("{\"n\":");
}

Result<std::unique_ptr<LogReader>> TableReader::open(const QString &path)
{
    std::unique_ptr<TableReader> reader(new TableReader(path));
    if (!reader->m_file.open(QIODevice::ReadOnly)) {
        //: %1: path of a file, %2: what the system says is wrong with it
        return Error {QCoreApplication::translate("wiretale::LogReader",
                                                  "The file %1 cannot be opened (%2); choose another.")
                          .arg(QDir::toNativeSeparators(path), reader->m_file.errorString())};
    }
    reader->m_isJson = reader->m_file.peek(1) == "{";
    if (!reader->m_isJson) {
        QByteArray header = reader->m_file.readLine(LongestLine);
        if (header.startsWith(ByteOrderMark))
            header.remove(0, ByteOrderMark.size());
        reader->m_separator = header.startsWith("n;") ? ';' : ',';
        ++reader->m_line;
        const QByteArrayList names(Names.begin(), Names.end());
        if (header.trimmed() != names.join(reader->m_separator)) {
            reader->m_fault = header.trimmed().left(80);
            return reader->error();
        }
    }
    Cells first;
    if (!reader->nextRow(first) || !reader->take(first))
        return reader->error();
    return std::unique_ptr<LogReader>(std::move(reader));
}

TableReader::TableReader(const QString &path)
    : m_file(path)
{
}

double TableReader::progress() const
{
    return m_file.size() > 0 ? double(m_file.pos()) / double(m_file.size()) : 1.0;
}

bool TableReader::readOn()
{
    Cells cells;
    for (int i = 0; i < RowsAtATime; ++i) {
        if (nextRow(cells) && take(cells))
            continue;
        deliverUntil(Record::NotArrived);
        (void)m_log->flush();
        if (!m_fault.isEmpty()) {
            //: %1: path of a file; %2: a line's number; %3: a column's name
            m_remark
                = QCoreApplication::translate(
                      "wiretale::LogReader",
                      "Line %2 of the file %1 tells no message (look at \"%3\"); everything before it was "
                      "opened.")
                      .arg(QDir::toNativeSeparators(m_file.fileName()))
                      .arg(m_line)
                      .arg(QString::fromUtf8(m_fault));
        } else if (m_isRenumbered) {
            //: %1: path of a file
            m_remark = QCoreApplication::translate(
                           "wiretale::LogReader",
                           "The file %1 holds a part of a log; its messages are numbered anew.")
                           .arg(QDir::toNativeSeparators(m_file.fileName()));
        }
        return false;
    }
    return true;
}

Error TableReader::error() const
{
    //: %1: path of a file; %2: a line's number; %3: a column's name
    return {QCoreApplication::translate(
                "wiretale::LogReader",
                "Line %2 of the file %1 tells no message (look at \"%3\"), and nothing can be read from the "
                "file; choose another.")
                .arg(QDir::toNativeSeparators(m_file.fileName()))
                .arg(m_line)
                .arg(QString::fromUtf8(m_fault.isEmpty() ? QByteArray(Names.front()) : m_fault)),
            m_line, 0};
}

bool TableReader::wrong(const char *what)
{
    m_fault = what;
    return false;
}

bool TableReader::nextRow(Cells &cells)
{
    if (m_file.atEnd())
        return false;
    ++m_line;
    QByteArray line = m_file.readLine(LongestLine);
    // A quoted cell may hold the end of a line.
    while (!m_isJson && line.count('"') % 2 != 0 && !m_file.atEnd() && line.size() < LongestLine)
        line += m_file.readLine(LongestLine);
    return m_isJson ? readJson(line, cells) : readCsv(line, cells);
}

bool TableReader::readJson(const QByteArray &line, Cells &cells)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject() || !line.endsWith('\n'))
        return wrong(Names.front());
    const QJsonObject object = document.object();
    for (size_t i = 0; i < ColumnCount; ++i)
        cells[i] = cellOf(object.value(QLatin1StringView(Names[i])));
    return true;
}

bool TableReader::readCsv(const QByteArray &line, Cells &cells)
{
    if (!line.endsWith('\n'))
        return wrong(Names.back());
    QByteArrayView rest = QByteArrayView(line).first(line.size() - (line.endsWith("\r\n") ? 2 : 1));
    for (size_t i = 0; i < ColumnCount; ++i) {
        QByteArray &cell = cells[i];
        cell.clear();
        qsizetype taken = 0;
        bool isQuoted = false;
        for (; taken < rest.size() && (isQuoted || rest[taken] != m_separator); ++taken) {
            const bool isQuote = rest[taken] == '"';
            // A doubled quotation mark in a quoted cell is one.
            if (isQuote && isQuoted && taken + 1 < rest.size() && rest[taken + 1] == '"')
                cell += rest[++taken];
            else if (isQuote)
                isQuoted = !isQuoted;
            else
                cell += rest[taken];
        }
        const bool isLast = i + 1 == ColumnCount;
        if (isLast != (taken == rest.size()))
            return wrong(Names[i]);
        rest = rest.sliced(isLast ? taken : taken + 1);
    }
    unguard(cells[size_t(Column::Client)]);
    unguard(cells[size_t(Column::Summary)]);
    return true;
}

bool TableReader::take(const Cells &cells)
{
    using enum Column;
    const auto cell = [&](Column column) -> const QByteArray & { return at(cells, column); };
    const auto isWrong = [this](Column column) { return wrong(Names[size_t(column)]); };
    Record record;
    RecordNumber number = 0;
    RecordNumber exchange = 0;
    qint64 arrivedNs = Record::NotArrived;
    std::vector<qint64> ids;
    if (!read(cell(Number), number) || number <= m_lastNumber)
        return isWrong(Number);
    if (!read(cell(Connection), record.connection))
        return isWrong(Connection);
    if (!cell(Exchange).isEmpty() && (!read(cell(Exchange), exchange) || exchange > number))
        return isWrong(Exchange);
    if (!readName(cell(Technique), record.technique, TechniqueCount, +techniqueName))
        return isWrong(Technique);
    if (!readName(cell(Kind), record.kind, int(MessageKind::Opaque) + 1, +kindName))
        return isWrong(Kind);
    if (!readName(cell(From), record.direction, 2, +senderName))
        return isWrong(From);
    if (!read(cell(Departed), record.departedNs, 0, LatestNs))
        return isWrong(Departed);
    if (!cell(Arrived).isEmpty() && !read(cell(Arrived), arrivedNs, record.departedNs, LatestNs))
        return isWrong(Arrived);
    if (!read(cell(Wall), record.wallNs, std::numeric_limits<qint64>::min()))
        return isWrong(Wall);
    if (!read(cell(WireBytes), record.wireBytes))
        return isWrong(WireBytes);
    if (!read(cell(PayloadBytes), record.payloadBytes))
        return isWrong(PayloadBytes);
    if (!readIds(cell(EventIds), ids))
        return isWrong(EventIds);

    if (!m_log) {
        Result<std::shared_ptr<TrafficLog>> log
            = TrafficLog::createCopy(qint64(quint64(record.wallNs) - quint64(record.departedNs)));
        if (!log)
            return wrong(log.error().message.toUtf8().constData());
        m_log = *log;
    }
    const Journal &journal = m_log->journal();
    if (record.connection > journal.size() + MostLeftOut)
        return isWrong(Connection);
    if (journal.size() > 0 && record.departedNs < journal.at(journal.size()).departedNs)
        return isWrong(Departed);
    if (cell(Empty) == "true")
        record.flags |= RecordFlag::Empty;
    const QString summary = QString::fromUtf8(cell(Summary));
    applySummary(record, summary);
    record.exchange = m_numbers.value(exchange);
    deliverUntil(record.departedNs);
    const RecordNumber here = m_log->departed(record, {}, ids);
    m_lastNumber = number;
    m_isRenumbered = m_isRenumbered || here != number;
    if (record.kind == MessageKind::Request)
        m_numbers.insert(number, here);
    m_log->setSummary(here, summary);
    const QString client = QString::fromUtf8(cell(Client));
    if (client != u"?" && !std::exchange(m_named[record.connection], true))
        m_log->named(record.connection, client);
    if (arrivedNs == Record::NotArrived)
        m_log->lost(here);
    else
        m_inFlight.emplace(arrivedNs, here);
    return true;
}

void TableReader::deliverUntil(qint64 ns)
{
    while (!m_inFlight.empty() && m_inFlight.begin()->first <= ns) {
        m_log->arrived(m_inFlight.begin()->second, m_inFlight.begin()->first);
        m_inFlight.erase(m_inFlight.begin());
    }
}

} // namespace wiretale
