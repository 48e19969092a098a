// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/clientnetwork.h"
#include "common/event.h"
#include "common/pacedtimer.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

class QNetworkReply;
class QNetworkRequest;
class QJsonObject;

namespace wiretale {

/// What a client will do of its own accord if nothing happens before.
struct Upcoming
{
    enum class What
    {
        Poll, ///< asks again
        Timeout, ///< the time is up for which it asked to be held; the answer is a transit away
        Heartbeat, ///< sends a ping
        Reconnect,
        PageRetry
    };
    What what = What::Poll;
    std::chrono::nanoseconds due {0}; ///< clock time

    friend bool operator==(const Upcoming &, const Upcoming &) = default;
};

/// One who wants the server's news, and how: the base of the four techniques.
///
/// A client opens the page first (`GET /`), as a browser would, then works in its own way, over connections
/// of its own. Its cursor, lastEventId(), goes along with every request, and an event that is not beyond it
/// is dropped: nothing is lost, doubled or reordered across reconnects. All waits are the clock's. After
/// stop() nothing of what was asked before is heard of, even if it is called from a slot of the client's own
/// signals.
class Client : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Stopped,
        OpeningPage,
        Asking,
        Waiting,
        Connecting,
        Listening,
        Reconnecting,
        Ended
    };

    /// How long idle connections stay open after stop(): long enough that their end does not race with what
    /// the client said last, and what answers it.
    static constexpr std::chrono::milliseconds IdleConnectionTime {1000};

    Client(Clock &clock, QString name, QUrl origin, QObject *parent = nullptr);
    ~Client() override;

    /// Shares the connections of a browser with other clients instead of having some of its own. Only while
    /// it is stopped; `network` must outlive it. stop() leaves idle connections of a shared one alone.
    void shareNetwork(ClientNetwork &network);

    void start();
    void stop();
    /// Sends an event to the server, each kind by its own way: POST unless it has a better one.
    virtual void publish(const QByteArray &type, const QByteArray &data);

    [[nodiscard]] QString name() const { return m_name; }
    /// What it calls itself in its requests.
    [[nodiscard]] QString userAgent() const;
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] bool isRunning() const noexcept { return m_state != State::Stopped; }
    [[nodiscard]] qint64 receivedCount() const noexcept { return m_receivedCount; }
    /// Id of the last event received; 0: none.
    [[nodiscard]] qint64 lastEventId() const noexcept { return m_lastEventId; }
    /// Each request goes over a connection of its own, which ends with the answer (`Connection: close`).
    void setFreshConnections(bool fresh) noexcept { m_freshConnections = fresh; }

    /// What is planned next, and when; nothing while it only waits for others.
    [[nodiscard]] std::optional<Upcoming> upcoming() const;

    /// A word or two for people, translated.
    [[nodiscard]] static QString stateText(State state);
    [[nodiscard]] static QString upcomingText(Upcoming::What what);

Q_SIGNALS:
    void stateChanged(wiretale::Client::State state);
    void received(const wiretale::Event &event);
    /// The server told that it no longer has the events from `from` to `to`.
    void gapTold(qint64 from, qint64 to);
    void published(qint64 id);
    void failed(const QString &sentence);

protected:
    /// The page is there: begin to work.
    virtual void work() = 0;
    /// Let go of everything; requests are dropped already.
    virtual void rest() = 0;
    /// What is planned while it works.
    [[nodiscard]] virtual std::optional<Upcoming> planned() const = 0;

    [[nodiscard]] Clock &clock() const noexcept { return m_clock; }
    /// Grows with each stop(): whoever emits compares it before and after, as the slot may have stopped us.
    [[nodiscard]] quint64 runNumber() const noexcept { return m_runNumber; }
    [[nodiscard]] static std::optional<Upcoming> upcomingOf(Upcoming::What what, const PacedTimer &timer);
    /// Requests that are dropped with stop(), or when the client goes.
    QNetworkReply *get(const QNetworkRequest &request);
    QNetworkReply *post(const QNetworkRequest &request, const QByteArray &body);
    [[nodiscard]] QUrl urlOf(QLatin1String path) const;
    [[nodiscard]] QNetworkRequest requestFor(const QUrl &url) const;
    void setState(State state);
    void openPage();
    /// Takes an event unless it was seen before.
    void take(const Event &event);
    /// Takes what a JSON text holds: an event, a gap, or an array of them. False, and failed(), when it is
    /// neither.
    bool takeJson(const QByteArray &text);
    void takeGap(qint64 from, qint64 to);
    /// Ends a reply, and its connection unless it was complete, without hearing of it again.
    void drop(QPointer<QNetworkReply> &reply);
    void closeOwnConnections();
    [[nodiscard]] static QByteArray toPublishText(const QByteArray &type, const QByteArray &data);

private:
    bool takeJsonObject(const QJsonObject &object);
    void onPage(QNetworkReply *reply);
    void dropAll();
    QNetworkReply *keep(QNetworkReply *reply);

    Clock &m_clock;
    QString m_name;
    QUrl m_origin;
    std::unique_ptr<ClientNetwork> m_ownNetwork = std::make_unique<ClientNetwork>();
    ClientNetwork *m_network = m_ownNetwork.get();
    std::vector<QPointer<QNetworkReply>> m_replies;
    PacedTimer m_pageRetry;
    PacedTimer m_release; ///< of idle connections, after the client stopped
    qint64 m_lastEventId = 0;
    qint64 m_receivedCount = 0;
    quint64 m_runNumber = 0;
    bool m_freshConnections = false;
    State m_state = State::Stopped;
};

} // namespace wiretale
