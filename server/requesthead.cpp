// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/requesthead.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace wiretale {

namespace {

constexpr qsizetype MostFields = 100;
constexpr std::array<const char *, 7> Methods {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"};

QString tr(const char *sentence)
{
    return QCoreApplication::translate("wiretale::RequestHead", sentence);
}

Refusal badRequest(const char *sentence)
{
    return {.status = 400, .sentence = tr(sentence), .headers = {}};
}

// RFC 9110, 5.6.2
bool isTokenCharacter(char c)
{
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return true;
    return c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenCharacter);
}

bool isVisible(char c)
{
    return c > ' ' && c < '\x7f';
}

bool isFieldCharacter(char c)
{
    return c == '\t' || (quint8(c) >= 0x20 && c != '\x7f');
}

// RFC 9110, 7.2: a host, and perhaps a port. What a name may be is left to those who look it up.
bool isHost(const QByteArray &value)
{
    return std::ranges::all_of(value, isVisible)
        && std::ranges::none_of(value, [](char c) { return QByteArrayView("/?#@\\\"<>^`{|}").contains(c); });
}

bool isSame(const QByteArray &name, const char *other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

std::optional<Refusal> readField(const QByteArray &line, RequestHead &head)
{
    const qsizetype colon = line.indexOf(':');
    // RFC 9112, 5.1 and 5.2: no white space before the colon, no folded lines.
    if (colon < 0 || !isToken(line.first(colon)))
        return badRequest(
            QT_TRANSLATE_NOOP("wiretale::RequestHead", "A header line is not \"Name: value\"."));
    const QByteArray value = line.sliced(colon + 1).trimmed();
    if (!std::ranges::all_of(value, isFieldCharacter)) {
        return badRequest(
            QT_TRANSLATE_NOOP("wiretale::RequestHead", "A header's value has a control character."));
    }
    if (head.headers.size() == MostFields) {
        return Refusal {.status = 431,
                        .sentence = QCoreApplication::translate("wiretale::RequestHead",
                                                                "A request has at most %n header(s).",
                                                                nullptr, int(MostFields)),
                        .headers = {}};
    }
    head.headers.append({line.first(colon), value});
    return std::nullopt;
}

std::optional<Refusal> readHost(const RequestHead &head)
{
    const auto hosts = std::ranges::count_if(
        head.headers, [](const HttpHeader &header) { return isSame(header.first, "host"); });
    if (hosts > 1 || (hosts == 0 && head.minorVersion > 0)) {
        return badRequest(
            QT_TRANSLATE_NOOP("wiretale::RequestHead", "A request of HTTP/1.1 has exactly one \"Host\"."));
    }
    if (!isHost(head.value("host")))
        return badRequest(QT_TRANSLATE_NOOP("wiretale::RequestHead", "The \"Host\" is no host."));
    return std::nullopt;
}

// RFC 9112, 6.1: whoever says the length in two ways may be smuggling a request past somebody.
std::optional<Refusal> readCoding(RequestHead &head)
{
    if (head.has("content-length") || head.minorVersion == 0) {
        return badRequest(QT_TRANSLATE_NOOP(
            "wiretale::RequestHead",
            "\"Transfer-Encoding\" goes neither with \"Content-Length\" nor with HTTP/1.0."));
    }
    if (!isSame(head.value("transfer-encoding"), "chunked")) {
        return Refusal {.status = 501,
                        .sentence = tr(QT_TRANSLATE_NOOP(
                            "wiretale::RequestHead", "The only transfer coding known here is \"chunked\".")),
                        .headers = {}};
    }
    head.chunked = true;
    return std::nullopt;
}

std::optional<Refusal> readLength(RequestHead &head)
{
    if (head.has("transfer-encoding"))
        return readCoding(head);
    if (!head.has("content-length"))
        return std::nullopt;
    const QByteArray length = head.value("content-length");
    const bool isNumber
        = !length.isEmpty() && std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber) {
        return badRequest(
            QT_TRANSLATE_NOOP("wiretale::RequestHead", "\"Content-Length\" is one whole number."));
    }
    bool fits = false;
    head.contentLength = length.toLongLong(&fits);
    if (!fits)
        head.contentLength = std::numeric_limits<qint64>::max();
    return std::nullopt;
}

std::optional<Refusal> readExpectation(RequestHead &head)
{
    // RFC 9110, 10.1.1: an HTTP/1.0 client cannot mean it.
    if (!head.has("expect") || head.minorVersion == 0)
        return std::nullopt;
    if (!isSame(head.value("expect"), "100-continue")) {
        return Refusal {.status = 417,
                        .sentence = tr(QT_TRANSLATE_NOOP("wiretale::RequestHead",
                                                         "The only expectation met here is 100-continue.")),
                        .headers = {}};
    }
    head.expectsContinue = head.chunked || head.contentLength > 0;
    return std::nullopt;
}

std::optional<Refusal> readVersion(const QByteArray &version, RequestHead &head)
{
    const bool isVersion = version.size() == 8 && version.startsWith("HTTP/") && version.at(6) == '.'
        && version.at(5) >= '0' && version.at(5) <= '9' && version.at(7) >= '0' && version.at(7) <= '9';
    if (!isVersion)
        return badRequest(
            QT_TRANSLATE_NOOP("wiretale::RequestHead", "The first line is not \"METHOD /path HTTP/1.1\"."));
    if (version.at(5) != '1') {
        return Refusal {.status = 505,
                        .sentence = tr(QT_TRANSLATE_NOOP("wiretale::RequestHead",
                                                         "This server speaks HTTP/1.1 and HTTP/1.0.")),
                        .headers = {}};
    }
    head.minorVersion = version.at(7) - '0';
    return std::nullopt;
}

} // namespace

QByteArray RequestHead::value(const char *name) const
{
    QByteArray joined;
    bool found = false;
    for (const auto &[field, fieldValue] : headers) {
        if (!isSame(field, name))
            continue;
        joined += (found ? QByteArray(", ") : QByteArray()) + fieldValue;
        found = true;
    }
    return joined;
}

bool RequestHead::has(const char *name) const
{
    return std::ranges::any_of(headers,
                               [name](const HttpHeader &header) { return isSame(header.first, name); });
}

bool RequestHead::lists(const char *name, const char *word) const
{
    return std::ranges::any_of(value(name).split(','),
                               [word](const QByteArray &entry) { return isSame(entry.trimmed(), word); });
}

std::variant<RequestHead, Refusal> parseRequestLine(const QByteArray &line)
{
    RequestHead head;
    const QList<QByteArray> words = line.split(' ');
    // RFC 1945, 4.1: HTTP/0.9 knew no version.
    const QByteArray version = words.size() == 2 && words.first() == "GET" ? QByteArray("HTTP/0.9")
        : words.size() == 3                                                ? words.at(2)
                                                                           : QByteArray();
    if (const auto refusal = readVersion(version, head))
        return *refusal;
    head.method = words.at(0);
    head.target = words.at(1);
    if (!isToken(head.method) || head.target.isEmpty() || !std::ranges::all_of(head.target, isVisible)) {
        return badRequest(
            QT_TRANSLATE_NOOP("wiretale::RequestHead", "The first line is not \"METHOD /path HTTP/1.1\"."));
    }
    if (std::ranges::none_of(Methods, [&head](const char *method) { return head.method == method; })) {
        return Refusal {.status = 501,
                        .sentence = tr(QT_TRANSLATE_NOOP("wiretale::RequestHead",
                                                         "This server does not know the request's method.")),
                        .headers = {}};
    }
    return head;
}

std::variant<RequestHead, Refusal> parseRequestHead(const QByteArray &text)
{
    qsizetype end = text.indexOf("\r\n");
    Q_ASSERT_X(end >= 0 && text.endsWith("\r\n\r\n"), "parseRequestHead", "the head is not whole");
    auto line = parseRequestLine(text.first(end));
    if (std::holds_alternative<Refusal>(line))
        return line;
    RequestHead head = std::get<RequestHead>(std::move(line));
    for (qsizetype begin = end + 2; begin < text.size() - 2; begin = end + 2) {
        end = text.indexOf("\r\n", begin);
        if (const auto refusal = readField(text.sliced(begin, end - begin), head))
            return *refusal;
    }
    for (const auto &read : {readLength, readExpectation}) {
        if (const auto refusal = read(head))
            return *refusal;
    }
    if (const auto refusal = readHost(head))
        return *refusal;
    head.closes = head.minorVersion == 0 || head.lists("connection", "close");
    return head;
}

} // namespace wiretale
