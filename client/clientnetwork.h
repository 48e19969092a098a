// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>

namespace wiretale {

/// The HTTP connections of one browser: kept alive, at most six to one host, shared by all clients that are
/// given it. It keeps no cookies, so that two runs send the same bytes, and passes no proxy.
class ClientNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit ClientNetwork(QObject *parent = nullptr);
};

} // namespace wiretale
