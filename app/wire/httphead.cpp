// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/httphead.h"

#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace wiretale {

namespace {

constexpr qsizetype LongestMethod = 20;

constexpr std::array<std::pair<QByteArrayView, HttpMethod>, 9> Methods {{{"GET", HttpMethod::Get},
                                                                         {"HEAD", HttpMethod::Head},
                                                                         {"POST", HttpMethod::Post},
                                                                         {"PUT", HttpMethod::Put},
                                                                         {"DELETE", HttpMethod::Delete},
                                                                         {"OPTIONS", HttpMethod::Options},
                                                                         {"PATCH", HttpMethod::Patch},
                                                                         {"TRACE", HttpMethod::Trace},
                                                                         {"CONNECT", HttpMethod::Connect}}};

// RFC 9110, 5.6.2.
bool isTokenCharacter(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool hasListMember(QByteArrayView list, QByteArrayView member)
{
    const QList<QByteArray> members = list.toByteArray().toLower().split(',');
    return std::ranges::any_of(members, [&](const QByteArray &entry) { return entry.trimmed() == member; });
}

// Cuts the next line off, its end included; empty when none is left.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArrayView withoutLeadingLines(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && (bytes.front() == '\r' || bytes.front() == '\n'))
        bytes = bytes.sliced(1);
    return bytes;
}

bool applyField(HttpHead &head, QByteArrayView name, QByteArrayView value, QByteArray &connection,
                bool &upgrades)
{
    const auto is
        = [name](const char *other) { return name.compare(QByteArrayView(other), Qt::CaseInsensitive) == 0; };
    if (is("content-length")) {
        bool isNumber = false;
        const qint64 length = value.toByteArray().toLongLong(&isNumber);
        // Two lengths that differ, or none at all, leave no way to tell where the body ends (RFC 9112, 6.3).
        if (!isNumber || length < 0 || (head.contentLength && *head.contentLength != length))
            return false;
        head.contentLength = length;
    } else if (is("transfer-encoding")) {
        head.isChunked = value.toByteArray().toLower().endsWith("chunked");
    } else if (is("content-type")) {
        head.contentType = value.toByteArray().split(';').constFirst().trimmed().toLower();
    } else if (is("content-encoding")) {
        head.contentEncoding = value.toByteArray().toLower();
        if (head.contentEncoding == "identity")
            head.contentEncoding.clear();
    } else if (is("sec-websocket-extensions")) {
        head.hasExtensions = !value.isEmpty();
    } else if (is("user-agent")) {
        head.userAgent = value.toByteArray();
    } else if (is("connection")) {
        connection += ',' + value.toByteArray();
    } else if (is("upgrade")) {
        upgrades = hasListMember(value, "websocket");
    }
    return true;
}

bool readFields(QByteArrayView rest, HttpHead &head, bool isHttp11)
{
    QByteArray connection;
    bool upgrades = false;
    while (!rest.isEmpty()) {
        const QByteArrayView line = takeLine(rest);
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        const QByteArrayView name = line.first(std::max<qsizetype>(colon, 0));
        if (name.isEmpty() || !std::ranges::all_of(name, isTokenCharacter))
            return false;
        if (!applyField(head, name, line.sliced(colon + 1).trimmed(), connection, upgrades))
            return false;
    }
    head.isKeptAlive
        = isHttp11 ? !hasListMember(connection, "close") : hasListMember(connection, "keep-alive");
    head.wantsUpgrade = upgrades && hasListMember(connection, "upgrade");
    return true;
}

} // namespace

std::optional<HttpHead> requestHeadFrom(QByteArrayView bytes)
{
    QByteArrayView rest = withoutLeadingLines(bytes);
    const QByteArrayView line = takeLine(rest);
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first || !line.sliced(last + 1).startsWith("HTTP/1."))
        return std::nullopt;
    HttpHead head;
    const QByteArrayView method = line.first(first);
    const auto known = std::ranges::find(Methods, method, &std::pair<QByteArrayView, HttpMethod>::first);
    if (known != Methods.end())
        head.method = known->second;
    head.target = line.sliced(first + 1, last - first - 1).toByteArray();
    if (!std::ranges::all_of(method, isTokenCharacter) || !readFields(rest, head, !line.endsWith("1.0")))
        return std::nullopt;
    return head;
}

std::optional<HttpHead> responseHeadFrom(QByteArrayView bytes)
{
    QByteArrayView rest = withoutLeadingLines(bytes);
    const QByteArrayView line = takeLine(rest);
    // HTTP/1.1 200 OK
    if (line.size() < 12 || !line.startsWith("HTTP/1.") || line[8] != ' ')
        return std::nullopt;
    HttpHead head;
    bool isNumber = false;
    head.status = line.sliced(9, 3).toByteArray().toInt(&isNumber);
    if (!isNumber || head.status < 100 || head.status > 999 || !readFields(rest, head, line[7] != '0'))
        return std::nullopt;
    return head;
}

bool canBeginHead(Direction direction, QByteArrayView bytes) noexcept
{
    bytes = withoutLeadingLines(bytes);
    if (direction == Direction::ServerToClient) {
        const QByteArrayView version("HTTP/1.");
        return bytes.first(std::min(bytes.size(), version.size()))
            == version.first(std::min(bytes.size(), version.size()));
    }
    const auto end = std::ranges::find_if_not(bytes, isTokenCharacter);
    const qsizetype length = end - bytes.begin();
    return length <= LongestMethod && (end == bytes.end() || (*end == ' ' && length > 0));
}

} // namespace wiretale
