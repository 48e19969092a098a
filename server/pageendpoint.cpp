// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/pageendpoint.h"

#include "common/endpoints.h"

#include <QFile>

// The resources of a static library are linked only where they are asked for, from outside any namespace.
static void addPageResource()
{
    Q_INIT_RESOURCE(page);
}

namespace wiretale {

PageEndpoint::PageEndpoint(ServerContext &context, QObject *parent)
    : Endpoint(context, parent)
{
    addPageResource();
    QFile file(QStringLiteral(":/wiretale/page/index.html"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "PageEndpoint", "the page is compiled into the library");
    if (opened)
        m_page = file.readAll();
}

QLatin1StringView PageEndpoint::path() const
{
    return endpoints::Page;
}

void PageEndpoint::serve(const QHttpServerRequest &, HttpStream &answer)
{
    answer.send(200, {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}}, m_page);
}

} // namespace wiretale
