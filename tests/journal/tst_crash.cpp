// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/logreader.h"

#include <QCoreApplication>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>
#include <unistd.h>

// A process that records is killed while it does. The process is this program again, which tells of each
// message that it recorded: "57 56001234", the number and the clock's time in nanoseconds.

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

constexpr qint64 WallStartNs = 1'795'176'000'000'000'000;
constexpr auto MessageEach = 1ms;
constexpr auto FlushEach = 250ms; // as Engine does
constexpr int MessagesAConnection = 40;
constexpr int SilentEach = 350; // messages

QByteArray requestOf(RecordNumber number)
{
    return "GET /" + QByteArray::number(number) + " HTTP/1.1\r\n\r\n";
}

/// Three clients that poll, and now and then somebody who connects and says nothing, so that nobody knows his
/// name.
class Recorder
{
public:
    explicit Recorder(TrafficLog &log)
        : m_log(log)
    {
    }

    void record(qint64 nowNs)
    {
        m_nowNs = nowNs;
        const int turn = m_count++;
        Client &client = m_clients[size_t(turn) % m_clients.size()];
        if (turn % SilentEach == SilentEach - 1)
            tell({.connection = ++m_connections, .kind = MessageKind::Open}, {});
        else if (client.messages == 0)
            open(client);
        else if (client.messages == MessagesAConnection)
            client = close(client);
        else
            client.request = client.request == 0 ? ask(client) : answer(client);
    }

private:
    struct Client
    {
        ConnectionNumber connection = 0;
        RecordNumber request = 0; ///< that waits for its answer
        int messages = 0;
    };

    RecordNumber tell(Record record, const QByteArray &bytes)
    {
        record.departedNs = m_nowNs;
        record.wireBytes = quint32(bytes.size());
        const RecordNumber number = m_log.departed(record, bytes, {});
        m_log.arrived(number, m_nowNs);
        const QByteArray line = QByteArray::number(number) + ' ' + QByteArray::number(m_nowNs) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
            ::_exit(1);
        return number;
    }

    void open(Client &client)
    {
        client = {.connection = ++m_connections, .messages = 1};
        tell({.connection = client.connection, .kind = MessageKind::Open}, {});
    }

    Client close(const Client &client)
    {
        tell({.connection = client.connection, .code = 1, .kind = MessageKind::Close}, {});
        return {};
    }

    RecordNumber ask(Client &client)
    {
        ++client.messages;
        const RecordNumber number = tell({.connection = client.connection, .kind = MessageKind::Request},
                                         requestOf(m_log.journal().size() + 1));
        m_log.named(client.connection, QStringLiteral("client %1").arg(&client - m_clients.data()));
        return number;
    }

    RecordNumber answer(Client &client)
    {
        ++client.messages;
        tell({.connection = client.connection,
              .exchange = client.request,
              .flags = RecordFlag::Final,
              .code = 204,
              .kind = MessageKind::Response,
              .direction = Direction::ServerToClient},
             "HTTP/1.1 204 No Content\r\n\r\n");
        return 0;
    }

    TrafficLog &m_log;
    std::array<Client, 3> m_clients;
    ConnectionNumber m_connections = 0;
    qint64 m_nowNs = 0;
    int m_count = 0;
};

/// A thousand messages a second, until somebody ends it.
int recordForEver(const QString &path)
{
    const auto log = TrafficLog::create(WallStartNs, path);
    if (!log)
        return 1;
    Recorder recorder(**log);
    const auto begin = std::chrono::steady_clock::now();
    auto flushed = begin;
    for (auto due = begin;; due += MessageEach) {
        std::this_thread::sleep_until(due);
        const auto now = std::chrono::steady_clock::now();
        if (now - flushed >= FlushEach) {
            flushed = now;
            if (!(*log)->flush())
                return 1;
        }
        recorder.record(std::chrono::nanoseconds(now - begin).count());
    }
}

/// One that records, and what it told.
class Victim
{
public:
    /// Kills it as soon as it has recorded that many messages, and calls `beforeKill` just before.
    Victim(const QString &path, qsizetype killAfter, const std::function<void()> &beforeKill = {})
    {
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
                         [this, killAfter, beforeKill] {
                             m_told += m_process.readAllStandardOutput();
                             if (m_isKilled || m_told.count('\n') < killAfter)
                                 return;
                             m_isKilled = true;
                             if (beforeKill)
                                 beforeKill();
                             m_process.kill();
                         });
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("record"), path});
    }

    [[nodiscard]] bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] bool wasKilled() const
    {
        return m_isKilled && m_process.exitStatus() == QProcess::CrashExit;
    }
    /// Clock times of the messages, from the first; a line that was cut short tells of none.
    [[nodiscard]] QList<qint64> recorded()
    {
        m_told += m_process.readAllStandardOutput();
        QList<qint64> times;
        QByteArrayList lines = m_told.split('\n');
        lines.removeLast();
        for (const QByteArray &line : lines)
            times << line.split(' ').value(1).toLongLong();
        return times;
    }

private:
    QProcess m_process;
    QByteArray m_told;
    bool m_isKilled = false;
};

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lessThanASecondIsMissing();
    void whatWasTemporaryIsFound();

private:
    static void compare(const QString &path, const QList<qint64> &recorded);
};

/// What the file has is the beginning of what was recorded, and lacks less than a second of it.
void TestCrash::compare(const QString &path, const QList<qint64> &recorded)
{
    const Result<std::unique_ptr<LogReader>> reader = readWhole(path);
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
    const TrafficLog &log = *(*reader)->log();
    const auto size = qsizetype(log.journal().size());
    for (qsizetype i = 0; i < std::min(size, recorded.size()); ++i) {
        const auto number = RecordNumber(i + 1);
        const Record record = log.journal().at(number);
        QCOMPARE(record.departedNs, recorded[i]);
        if (record.kind == MessageKind::Request)
            QCOMPARE(log.bytes(number), requestOf(number));
    }
    // The last one may have been recorded and not told.
    QVERIFY(size <= recorded.size() + 1);
    if (size >= recorded.size())
        return;
    const qint64 missingNs = recorded.last() - recorded[size];
    QVERIFY2(missingNs < 1'000'000'000,
             qPrintable(QStringLiteral("%1 of %2 messages, %3 ms of them, are missing")
                            .arg(recorded.size() - size)
                            .arg(recorded.size())
                            .arg(missingNs / 1'000'000)));
}

void TestCrash::lessThanASecondIsMissing()
{
    constexpr int Times = 20;
    constexpr int FirstKill = 1'200;
    constexpr int LaterEach = 53;
    const QTemporaryDir folder;
    const auto pathOf = [&](int time) { return folder.filePath(QStringLiteral("%1.pcapng").arg(time)); };
    std::vector<std::unique_ptr<Victim>> victims;
    for (int time = 0; time < Times; ++time)
        victims.push_back(std::make_unique<Victim>(pathOf(time), FirstKill + time * LaterEach));
    for (int time = 0; time < Times; ++time) {
        Victim &victim = *victims[size_t(time)];
        QTRY_VERIFY_WITH_TIMEOUT(victim.isOver(), 60'000);
        QVERIFY(victim.wasKilled());
        compare(pathOf(time), victim.recorded());
        if (QTest::currentTestFailed())
            return;
    }
}

void TestCrash::whatWasTemporaryIsFound()
{
    const QTemporaryDir folder;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(folder.path()));
    const auto restore = qScopeGuard([&] { qputenv("TMPDIR", before); });
    QStringList whileItRecords;
    Victim victim({}, 600, [&] { whileItRecords = TrafficLog::capturesLeftBehind(); });
    QTRY_VERIFY_WITH_TIMEOUT(victim.isOver(), 60'000);
    QVERIFY(victim.wasKilled());
    QCOMPARE(whileItRecords, QStringList());
    const QStringList left = TrafficLog::capturesLeftBehind();
    QCOMPARE(left.size(), 1);
    QVERIFY(left.constFirst().startsWith(folder.path()));
    compare(left.constFirst(), victim.recorded());
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "record") == 0)
        return recordForEver(QFile::decodeName(argv[2]));
    QCoreApplication application(argc, argv);
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
