// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/endpoint.h"

namespace wiretale {

/// `POST /events` with one event as JSON: publishes it. 201, its id as `{"id":7}`, and where it can be had.
/// Held polls and streams are sent the event before the 201 goes out, so that two runs give the same order.
class PublishEndpoint : public Endpoint
{
    Q_OBJECT

public:
    using Endpoint::Endpoint;

    [[nodiscard]] QLatin1StringView path() const override;
    [[nodiscard]] QHttpServerRequest::Method method() const override;
    void serve(const QHttpServerRequest &request, HttpStream &answer) override;
};

} // namespace wiretale
