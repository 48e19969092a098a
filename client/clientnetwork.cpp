// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/clientnetwork.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

namespace wiretale {

namespace {

class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

// Leaves it to the socket, which uses none for a loopback address, and else what the application has set.
//
// To say NoProxy here would make QNetworkAccessManager take an unbuffered socket. On such a one it looks for
// the answer as soon as it has written the question; when the answer is there already, it is read twice: by
// the socket's notifier and by a call that was posted. Qt's own event dispatcher (not GLib's) serves the
// notifier first, the posted call then finds nothing to read for and closes the kept-alive connection
// (qhttpprotocolhandler.cpp, sendRequest() and _q_receiveReply(); Qt 6.4 to 6.8). A buffered socket has sent
// nothing before the event loop turns again.
class AsTheSocketLikes : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

} // namespace

ClientNetwork::ClientNetwork(QObject *parent)
    : QNetworkAccessManager(parent)
{
    setProxyFactory(new AsTheSocketLikes);
    setCookieJar(new NoCookies(this));
    setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
}

} // namespace wiretale
