// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/endpoint.h"

#include <QByteArray>

namespace wiretale {

/// `GET /`: the page that runs all four techniques from a browser.
class PageEndpoint : public Endpoint
{
    Q_OBJECT

public:
    explicit PageEndpoint(ServerContext &context, QObject *parent = nullptr);

    [[nodiscard]] QLatin1StringView path() const override;
    void serve(const QHttpServerRequest &request, HttpStream &answer) override;

private:
    QByteArray m_page;
};

} // namespace wiretale
