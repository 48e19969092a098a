// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/endpoint.h"

namespace wiretale {

/// `GET /events?after=ID`: AJAX (short) polling. Answers at once with a JSON array of the events after ID.
/// When there are none, the answer is empty in the way that the settings, or `empty` in the query, choose.
class PollEndpoint : public Endpoint
{
    Q_OBJECT

public:
    using Endpoint::Endpoint;

    [[nodiscard]] QLatin1StringView path() const override;
    void serve(const QHttpServerRequest &request, HttpStream &answer) override;

private:
    [[nodiscard]] Result<ServerSettings::EmptyAnswer> emptyAnswerFor(const QUrl &url) const;
    [[nodiscard]] QByteArray entityTag() const;
};

} // namespace wiretale
