// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/scorecardmodel.h"

#include "app/chart/techniquelook.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace wiretale {

namespace {

constexpr double NoValue = std::numeric_limits<double>::quiet_NaN();

struct Heading
{
    const char *title;
    const char *explanation;
};

// Translations may break a title into two lines, so that its column stays narrow.
constexpr std::array<Heading, ScorecardModel::ColumnCount> Headings {{
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Technique"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel",
                       "How the client learns of news. Open a row to see its clients.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Requests"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel",
                       "HTTP requests sent, the handshake of WebSocket included.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Empty\nanswers"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Answers to polls that carried no event.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Events\ndelivered"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Events that arrived at a client.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Latency,\nmedian"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel",
                       "From an event's publishing to its arrival, in the clock's time: half of the events "
                       "took no longer.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Latency,\n95 %"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel",
                       "From an event's publishing to its arrival: of 100 events, 95 took no longer.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Latency,\nworst"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel",
                       "From an event's publishing to its arrival: the longest that any took.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "On the\nwire"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel",
                       "All bytes in both directions: request lines, headers, framing and data.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Payload"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Bytes of the data of the events themselves.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Overhead\nper event"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel",
                       "Bytes on the wire less payload, divided by the events delivered.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "TCP\nopened"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "TCP connections opened since the start.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "TCP\nopen"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "TCP connections open at this moment.")},
    {QT_TRANSLATE_NOOP("wiretale::ScorecardModel", "Time\nheld"),
     QT_TRANSLATE_NOOP("wiretale::ScorecardModel",
                       "How long requests waited at the server for their answers, added up.")},
}};

enum class Aim
{
    None,
    Least,
    Most
};

Aim aimOf(int column)
{
    switch (column) {
    case ScorecardModel::Requests:
    case ScorecardModel::EmptyResponses:
    case ScorecardModel::LatencyMedian:
    case ScorecardModel::Latency95:
    case ScorecardModel::LatencyWorst:
    case ScorecardModel::WireBytes:
    case ScorecardModel::OverheadPerEvent:
    case ScorecardModel::ConnectionsOpened:
        return Aim::Least;
    case ScorecardModel::EventsDelivered:
        return Aim::Most;
    default:
        return Aim::None;
    }
}

double orNothing(double value)
{
    return value < 0 ? NoValue : value;
}

// The plain number behind a cell; NaN where nothing was measured.
double valueOf(const Figures &figures, int column)
{
    switch (column) {
    case ScorecardModel::Requests:
        return double(figures.requests);
    case ScorecardModel::EmptyResponses:
        return double(figures.emptyResponses);
    case ScorecardModel::EventsDelivered:
        return double(figures.eventsDelivered);
    case ScorecardModel::LatencyMedian:
        return orNothing(double(figures.latencyMedianNs));
    case ScorecardModel::Latency95:
        return orNothing(double(figures.latency95Ns));
    case ScorecardModel::LatencyWorst:
        return orNothing(double(figures.latencyWorstNs));
    case ScorecardModel::WireBytes:
        return double(figures.wireBytes);
    case ScorecardModel::PayloadBytes:
        return double(figures.payloadBytes);
    case ScorecardModel::OverheadPerEvent:
        return orNothing(figures.overheadPerEvent());
    case ScorecardModel::ConnectionsOpened:
        return double(figures.connectionsOpened);
    case ScorecardModel::ConnectionsOpen:
        return double(figures.connectionsOpen);
    case ScorecardModel::TimeHeld:
        return double(figures.heldNs);
    default:
        return NoValue;
    }
}

QString dash()
{
    return QStringLiteral("\u2013");
}

QString duration(double nanoseconds)
{
    const QLocale locale;
    if (nanoseconds >= 1e9) {
        //: %1 is a number of seconds
        return ScorecardModel::tr("%1 s").arg(locale.toString(nanoseconds / 1e9, 'f', 2));
    }
    const double ms = nanoseconds / 1e6;
    //: %1 is a number of milliseconds
    return ScorecardModel::tr("%1 ms").arg(locale.toString(ms, 'f', ms < 10 ? 2 : ms < 100 ? 1 : 0));
}

QString size(double bytes)
{
    const QLocale locale;
    if (bytes < 1000) {
        //: %1 is a number of bytes
        return ScorecardModel::tr("%1 B").arg(locale.toString(qint64(std::llround(bytes))));
    }
    return locale.formattedDataSize(qint64(std::llround(bytes)), 1, QLocale::DataSizeSIFormat);
}

bool hasTraffic(const Figures &figures)
{
    return figures.messages > 0 || figures.connectionsOpened > 0;
}

} // namespace

QString scorecardCell(const Figures &figures, ScorecardModel::Column column)
{
    const double value = valueOf(figures, column);
    if (std::isnan(value) || !hasTraffic(figures))
        return dash();
    switch (column) {
    case ScorecardModel::LatencyMedian:
    case ScorecardModel::Latency95:
    case ScorecardModel::LatencyWorst:
    case ScorecardModel::TimeHeld:
        return duration(value);
    case ScorecardModel::WireBytes:
    case ScorecardModel::PayloadBytes:
    case ScorecardModel::OverheadPerEvent:
        return size(value);
    default:
        return QLocale().toString(qint64(value));
    }
}

ScorecardModel::ScorecardModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void ScorecardModel::setScorecard(const Scorecard &scorecard)
{
    m_scorecard = scorecard;
    update();
}

void ScorecardModel::setRunning(const std::array<bool, TechniqueCount> &running)
{
    m_running = running;
    update();
}

void ScorecardModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    update();
}

std::vector<ScorecardModel::Row> ScorecardModel::wantedRows() const
{
    std::vector<Row> rows;
    for (const Technique technique : TechniquesInOrder) {
        Row row {technique, {}};
        for (size_t client = 0; client < m_scorecard.clients.size(); ++client) {
            if (m_scorecard.clients[client].technique == technique)
                row.clients.push_back(client);
        }
        if (m_running[size_t(technique)] || hasTraffic(m_scorecard.of(technique)) || !row.clients.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

void ScorecardModel::update()
{
    findBest();
    std::vector<Row> rows = wantedRows();
    if (rows != m_rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    if (m_rows.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex technique = index(row, 0);
        if (const int clients = rowCount(technique); clients > 0)
            Q_EMIT dataChanged(index(0, 0, technique), index(clients - 1, ColumnCount - 1, technique));
    }
}

// A best there is only among at least two techniques that delivered events and do not all do alike, as far as
// people can see.
void ScorecardModel::findBest()
{
    for (int column = 0; column < ColumnCount; ++column) {
        m_best[size_t(column)].clear();
        std::vector<Technique> rivals;
        for (const Technique technique : TechniquesInOrder) {
            const Figures &figures = m_scorecard.of(technique);
            if (technique != Technique::Http && figures.eventsDelivered > 0
                && !std::isnan(valueOf(figures, column)))
                rivals.push_back(technique);
        }
        if (aimOf(column) == Aim::None || rivals.size() < 2)
            continue;
        const auto value = [&](Technique technique) { return valueOf(m_scorecard.of(technique), column); };
        const auto [least, most] = std::ranges::minmax_element(rivals, {}, value);
        const auto cell
            = [&](Technique technique) { return scorecardCell(m_scorecard.of(technique), Column(column)); };
        if (cell(*least) != cell(*most))
            m_best[size_t(column)] = cell(aimOf(column) == Aim::Least ? *least : *most);
    }
}

QModelIndex ScorecardModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // The internal id of a client's row is its technique's row, counted from 1; of a technique's row 0.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex ScorecardModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int ScorecardModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_rows[size_t(parent.row())].clients.size());
}

int ScorecardModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

const Figures &ScorecardModel::figuresAt(const QModelIndex &index) const
{
    if (index.internalId() == 0)
        return m_scorecard.of(m_rows[size_t(index.row())].technique);
    const Row &row = m_rows[size_t(index.internalId()) - 1];
    return m_scorecard.clients[row.clients[size_t(index.row())]].figures;
}

QString ScorecardModel::text(const QModelIndex &index) const
{
    if (index.column() != Name)
        return scorecardCell(figuresAt(index), Column(index.column()));
    if (index.internalId() == 0)
        return techniqueTitle(m_rows[size_t(index.row())].technique);
    const Row &row = m_rows[size_t(index.internalId()) - 1];
    return m_scorecard.clients[row.clients[size_t(index.row())]].client;
}

bool ScorecardModel::isBest(const QModelIndex &index) const
{
    if (index.internalId() != 0 || m_rows[size_t(index.row())].technique == Technique::Http)
        return false;
    const Figures &figures = figuresAt(index);
    const QString &best = m_best[size_t(index.column())];
    return figures.eventsDelivered > 0 && !best.isEmpty() && text(index) == best;
}

QVariant ScorecardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isName = index.column() == Name;
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::TextAlignmentRole:
        return int((isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return isName && index.internalId() == 0
            ? QVariant(techniqueColor(m_rows[size_t(index.row())].technique))
            : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(isBest(index));
        return font;
    }
    case Qt::ToolTipRole: {
        const QString explanation = tr(Headings[size_t(index.column())].explanation);
        return isBest(index) ? explanation + u'\n' + tr("The best of the techniques that delivered events.")
                             : explanation;
    }
    case BestRole:
        return isBest(index);
    case TechniqueRole:
        return int(
            m_rows[index.internalId() == 0 ? size_t(index.row()) : size_t(index.internalId()) - 1].technique);
    default:
        return {};
    }
}

QVariant ScorecardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return tr(Headings[size_t(section)].title);
    case Qt::ToolTipRole:
        return tr(Headings[size_t(section)].explanation);
    case Qt::TextAlignmentRole:
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace wiretale
