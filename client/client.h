// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/event.h"
#include "common/pacedtimer.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QUrl>

class QNetworkReply;
class QNetworkRequest;
class QJsonObject;

namespace wiretale {

/// One who wants the server's news, and how: the base of the four techniques.
///
/// A client opens the page first (`GET /`), as a browser would, then works in its own way, over connections
/// of its own. Its cursor, lastEventId(), goes along with every request, and an event that is not beyond it
/// is dropped: nothing is lost, doubled or reordered across reconnects. All waits are the clock's. After
/// stop() nothing of what was asked before is heard of.
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

    Client(Clock &clock, QString name, QUrl origin, QObject *parent = nullptr);
    ~Client() override;

    void start();
    void stop();
    /// Sends an event to the server, each kind by its own way: POST unless it has a better one.
    virtual void publish(const QByteArray &type, const QByteArray &data);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] bool isRunning() const noexcept { return m_state != State::Stopped; }
    [[nodiscard]] qint64 receivedCount() const noexcept { return m_receivedCount; }
    /// Id of the last event received; 0: none.
    [[nodiscard]] qint64 lastEventId() const noexcept { return m_lastEventId; }
    /// A word or two for people, translated.
    [[nodiscard]] static QString stateText(State state);

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
    /// Let go of everything.
    virtual void rest() = 0;

    [[nodiscard]] Clock &clock() const noexcept { return m_clock; }
    [[nodiscard]] QNetworkAccessManager &network() noexcept { return m_network; }
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
    /// Ends a reply without hearing of it again.
    static void drop(QPointer<QNetworkReply> &reply);
    [[nodiscard]] static QByteArray toPublishText(const QByteArray &type, const QByteArray &data);

private:
    bool takeJsonObject(const QJsonObject &object);
    void onPage(QNetworkReply *reply);

    Clock &m_clock;
    QString m_name;
    QUrl m_origin;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_page;
    PacedTimer m_pageRetry;
    qint64 m_lastEventId = 0;
    qint64 m_receivedCount = 0;
    State m_state = State::Stopped;
};

} // namespace wiretale
