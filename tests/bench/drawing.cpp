// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequenceview.h"
#include "app/journal/filteredrows.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <memory>
#include <random>
#include <vector>

// How long the diagram takes for a frame, layout and painting together, over a journal of 1,000,000 made-up
// records and over one of 10,000: from all of it in view down to single messages, at several places, and
// while it grows and is followed; in each way of drawing time. What to look at is the ratio between the two
// journals, measured in one run, and whether the worst frame stays below 16 ms.
//
// Then the same over what a filter chooses of the million: a thousandth, a tenth, all of them; beside the
// same places without a filter.

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

constexpr int Width = 1600;
constexpr int Height = 1000;
constexpr int ClientCount = 8;
constexpr int FramesAPlace = 12;
constexpr int GrowingFrames = 120;
constexpr int NewAFrame = 40;
constexpr qint64 Ms = 1'000'000;

// Writes what a busy wire would: polls over connections that are closed now and then, held polls, pushed
// events and frames; some messages that hang for half a minute, and a pause now and then.
class Traffic
{
public:
    Traffic()
        : m_log(*TrafficLog::create(0))
    {
        for (ConnectionNumber i = 1; i <= ClientCount; ++i)
            open();
    }

    [[nodiscard]] std::shared_ptr<TrafficLog> log() const { return m_log; }
    [[nodiscard]] qint64 nowNs() const { return m_now; }

    void write(int count)
    {
        for (const quint32 end = m_log->journal().size() + quint32(count); m_log->journal().size() < end;)
            writeOne(m_log->journal().size());
    }

private:
    // One that begins anew ends the client's connection before it.
    void open()
    {
        const size_t client = m_connections % ClientCount;
        if (m_current.at(client) != 0) {
            Record end;
            end.kind = MessageKind::Close;
            end.connection = m_current.at(client);
            end.departedNs = m_now;
            m_log->arrived(m_log->departed(end, {}, {}), m_now + Ms);
        }
        Record record;
        record.kind = MessageKind::Open;
        record.connection = ++m_connections;
        record.departedNs = m_now;
        m_log->arrived(m_log->departed(record, {}, {}), m_now + Ms);
        m_log->named(record.connection, QStringLiteral("client-%1").arg(client + 1));
        m_current.at(client) = record.connection;
        m_waiting.at(client) = 0;
    }

    void writeOne(quint32 number)
    {
        m_now += qint64(m_random() % (2 * Ms));
        if (number % 2000 == 1999)
            m_now += 5000 * Ms;
        if (number % 400 == 399)
            open();
        const size_t client = m_random() % ClientCount;
        Record record;
        record.connection = m_current.at(client);
        record.departedNs = m_now;
        const bool isPush = client >= ClientCount / 2;
        QByteArray bytes;
        if (isPush) {
            record.kind = MessageKind::Frame;
            record.direction = Direction(m_random() % 2);
            record.code = quint16(FrameOpcode::Text);
            bytes = QByteArrayLiteral("\x81\x05hello");
        } else if (m_waiting.at(client) == 0) {
            record.kind = MessageKind::Request;
            record.code = quint16(HttpMethod::Get);
            bytes = QByteArrayLiteral("GET /events?after=17 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        } else {
            record.kind = MessageKind::Response;
            record.direction = Direction::ServerToClient;
            record.exchange = std::exchange(m_waiting.at(client), 0);
            record.flags = RecordFlag::Final;
            record.code = 200;
            bytes = QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]");
        }
        record.wireBytes = quint32(bytes.size());
        // What filters tell them by.
        record.payloadBytes = number % 1000 == 7 ? 3 : number % 10 == 7 ? 2 : 1;
        const RecordNumber written = m_log->departed(record, bytes, {});
        if (record.kind == MessageKind::Request)
            m_waiting.at(client) = written;
        m_log->arrived(written, m_now + (number % 5000 == 0 ? 30'000 : 20 + qint64(m_random() % 20)) * Ms);
    }

    std::shared_ptr<TrafficLog> m_log;
    std::mt19937 m_random {1};
    std::array<ConnectionNumber, ClientCount> m_current {};
    std::array<RecordNumber, ClientCount> m_waiting {};
    ConnectionNumber m_connections = 0;
    qint64 m_now = 0;
};

// Of this thread: what others do on the machine does not count.
double processorMs()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Times
{
    std::vector<double> ms {};

    [[nodiscard]] double percentile(double fraction) const
    {
        std::vector<double> sorted = ms;
        std::ranges::sort(sorted);
        return sorted.at(std::min(sorted.size() - 1, size_t(double(sorted.size()) * fraction)));
    }
};

// A view over a traffic that stands still until it is told to grow.
class Screen
{
public:
    Screen(int records, TimeMode mode)
        : m_image(Width, Height, QImage::Format_RGB32)
    {
        m_traffic.write(records);
        m_rows->setLog(m_traffic.log());
        m_view.resize(Width, Height);
        m_view.setLog(m_traffic.log());
        m_view.setRows(m_rows);
        m_view.setTimeMode(mode);
        m_view.ensurePolished();
        m_view.grab(); // lays out, and reads the journal for the first time
        showNow();
        m_view.grab();
    }

    // Answers how long it took to find what the filter chooses.
    double filter(const char *line)
    {
        m_rows->setFilter(std::get<Filter>(Filter::parse(QString::fromLatin1(line))));
        const double before = processorMs();
        while (!m_rows->isUpToDate())
            m_rows->advance(4096);
        const double taken = processorMs() - before;
        m_view.followRows();
        frame();
        return taken;
    }
    [[nodiscard]] quint32 chosen() const { return m_rows->size(); }
    // `zoom`: of the usual size.
    Times atPlaces(double zoom)
    {
        Times times;
        m_view.resetZoom();
        m_view.zoomBy(zoom);
        m_view.follow();
        frame();
        QScrollBar *bar = m_view.verticalScrollBar();
        const int end = bar->maximum();
        for (const double place : {0.05, 0.35, 0.65, 0.95}) {
            for (int i = 0; i < FramesAPlace; ++i) {
                bar->setValue(int(end * place) + i * 7);
                times.ms.push_back(frame());
            }
        }
        return times;
    }
    Times growing()
    {
        Times times;
        m_view.resetZoom();
        m_view.follow();
        for (int i = 0; i < GrowingFrames; ++i) {
            m_traffic.write(NewAFrame);
            showNow();
            const double before = processorMs();
            m_rows->advance(4096);
            m_view.followRows();
            times.ms.push_back(processorMs() - before + frame());
        }
        return times;
    }
    // So that all that was recorded is a window high, or nearly: zoom of the usual size.
    [[nodiscard]] double zoomForAll()
    {
        m_view.resetZoom();
        m_view.follow();
        frame();
        return double(Height) / std::max(1, m_view.verticalScrollBar()->maximum());
    }

private:
    void showNow()
    {
        m_view.setPace({.anchor = std::chrono::nanoseconds(m_traffic.nowNs()),
                        .steadyAnchor = 0s,
                        .rate = 1,
                        .paused = true,
                        .stepping = false});
    }
    double frame()
    {
        const double before = processorMs();
        QPainter painter(&m_image);
        m_view.viewport()->render(&painter);
        painter.end();
        return processorMs() - before;
    }

    Traffic m_traffic;
    std::shared_ptr<FilteredRows> m_rows = std::make_shared<FilteredRows>();
    SequenceView m_view;
    QImage m_image;
};

// `few`: what the last column is the ratio to.
void print(const char *mode, const char *what, const Times &few, const Times &many)
{
    std::printf("%-8s %-22s %7.2f %7.2f %7.2f %9.2f\n", mode, what, many.percentile(0.5),
                many.percentile(0.95), many.percentile(1), many.percentile(0.5) / few.percentile(0.5));
    std::fflush(stdout);
}

struct Place
{
    const char *name;
    double zoom; // of the usual size; negative: of that at which all is in view
};
constexpr Place FilteredPlaces[]
    = {{"all", -1}, {"a tenth", -10}, {"0.1 of usual size", 0.1}, {"usual size", 1}};

std::vector<Times> everywhere(Screen &screen)
{
    std::vector<Times> times;
    for (const Place &place : FilteredPlaces)
        times.push_back(screen.atPlaces(place.zoom < 0 ? -place.zoom * screen.zoomForAll() : place.zoom));
    times.push_back(screen.growing());
    return times;
}

void printFiltered(const char *mode, Screen &screen)
{
    const std::vector<Times> whole = everywhere(screen);
    for (const auto &[name, line] :
         {std::pair {"a thousandth", "payload=3"}, {"a tenth", "payload>=2"}, {"all", "n>0"}}) {
        const double looked = screen.filter(line);
        std::printf("%-8s a filter chooses %s: %u, found in %.0f ms\n", mode, name, screen.chosen(), looked);
        const std::vector<Times> times = everywhere(screen);
        for (size_t i = 0; i < times.size(); ++i)
            print(mode, i < std::size(FilteredPlaces) ? FilteredPlaces[i].name : "growing, followed",
                  whole[i], times[i]);
    }
    screen.filter("");
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const struct
    {
        TimeMode mode;
        const char *name;
    } modes[] = {{TimeMode::Folded, "folded"}, {TimeMode::Linear, "linear"}, {TimeMode::Steps, "steps"}};
    std::printf("ms of processor time for a frame of %d x %d over 1,000,000 records\n", Width, Height);
    std::printf("%-8s %-22s %7s %7s %7s %9s\n", "time", "view", "median", "95 %", "worst", "to 10,000");
    for (const auto &[mode, name] : modes) {
        if (argc > 1 && !application.arguments().contains(QLatin1StringView(name)))
            continue;
        Screen few(10'000, mode);
        Screen many(1'000'000, mode);
        print(name, "all", few.atPlaces(few.zoomForAll()), many.atPlaces(many.zoomForAll()));
        print(name, "a tenth", few.atPlaces(10 * few.zoomForAll()), many.atPlaces(10 * many.zoomForAll()));
        for (const double zoom : {0.01, 0.1, 1.0, 10.0})
            print(name, qPrintable(QStringLiteral("%1 of usual size").arg(zoom)), few.atPlaces(zoom),
                  many.atPlaces(zoom));
        print(name, "growing, followed", few.growing(), many.growing());
        printFiltered(name, many);
    }
    return 0;
}
