// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rule.h"
#include "app/journal/rulejudges.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace wiretale {

namespace {

using enum Rule::Scope;
using enum Rule::Weight;

constexpr std::array Rules {
    Rule {"http-line-end", "RFC 9112, 2.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "lines of a head end with CRLF"), Head, Must,
          judges::httpLineEnd},
    Rule {"http-first-line", "RFC 9112, 2.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no empty line before a message"), Head, Must,
          judges::httpFirstLine},
    Rule {"http-version", "RFC 9112, 2.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "the version is written HTTP/1.1 or HTTP/1.0"), Head, Must,
          judges::httpVersion},
    Rule {"http-header-name", "RFC 9110, 5.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a header's name is a token, without spaces or brackets"), Head,
          Must, judges::httpHeaderName},
    Rule {"http-header-space", "RFC 9112, 5.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no space between a header's name and its colon"), Head, Must,
          judges::httpHeaderSpace},
    Rule {"http-header-fold", "RFC 9112, 5.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a header's value is not continued on the next line"), Head,
          Must, judges::httpHeaderFold},
    Rule {"http-header-value", "RFC 9110, 5.5",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no control characters in a header's value"), Head, Must,
          judges::httpHeaderValue},
    Rule {"http-header-once", "RFC 9110, 5.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a header that is no list is sent only once"), Head, Must,
          judges::httpHeaderOnce},
    Rule {"http-length-number", "RFC 9110, 8.6",
          QT_TRANSLATE_NOOP("wiretale::Rule", "Content-Length is digits and nothing else"), Head, Must,
          judges::httpLengthNumber},
    Rule {"http-length-once", "RFC 9112, 6.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no two Content-Length that differ"), Head, Must,
          judges::httpLengthOnce},
    Rule {"http-length-chunked", "RFC 9112, 6.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no Content-Length with Transfer-Encoding"), Head, Must,
          judges::httpLengthChunked},
    Rule {"http-chunked-last", "RFC 9112, 6.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "chunked is the last transfer coding, and stands there once"),
          Head, Must, judges::httpChunkedLast},
    Rule {"http-upgrade-connection", "RFC 9110, 7.8",
          QT_TRANSLATE_NOOP("wiretale::Rule", "Upgrade is named in Connection"), Head, Must,
          judges::httpUpgradeConnection},
    Rule {"http-content-type", "RFC 9110, 8.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "what has a body has a Content-Type"), Head, Should,
          judges::httpContentType},
    Rule {"http-host", "RFC 9112, 3.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a request of HTTP/1.1 has a Host"), Request, Must,
          judges::httpHost},
    Rule {"http-host-once", "RFC 9112, 3.2", QT_TRANSLATE_NOOP("wiretale::Rule", "only one Host"), Request,
          Must, judges::httpHostOnce},
    Rule {"http-target-space", "RFC 9112, 3.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no spaces in the target"), Request, Must,
          judges::httpTargetSpace},
    Rule {"http-target-form", "RFC 9112, 3.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "the target is a path, a whole URL, or * with OPTIONS"),
          Request, Must, judges::httpTargetForm},
    Rule {"http-target-fragment", "RFC 9110, 7.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no fragment (#) in the target"), Request, Must,
          judges::httpTargetFragment},
    Rule {"http-method-case", "RFC 9110, 9.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "methods are written in capitals"), Request, Should,
          judges::httpMethodCase},
    Rule {"http-get-body", "RFC 9110, 9.3.1", QT_TRANSLATE_NOOP("wiretale::Rule", "no body with GET or HEAD"),
          Request, Should, judges::httpGetBody},
    Rule {"http-trace-body", "RFC 9110, 9.3.8", QT_TRANSLATE_NOOP("wiretale::Rule", "no body with TRACE"),
          Request, Must, judges::httpTraceBody},
    Rule {"http-after-close", "RFC 9112, 9.6",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no request after one with Connection: close"), Request, Must,
          judges::httpAfterClose},
    Rule {"http-expect", "RFC 9110, 10.1.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no Expect: 100-continue without a body"), Request, Must,
          judges::httpExpect},
    Rule {"http-status", "RFC 9110, 15", QT_TRANSLATE_NOOP("wiretale::Rule", "a status is from 100 to 599"),
          Response, Must, judges::httpStatus},
    Rule {"http-status-space", "RFC 9112, 4",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a space behind the status, even without a reason"), Response,
          Must, judges::httpStatusSpace},
    Rule {"http-204-length", "RFC 9110, 8.6",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no Content-Length in a 204"), Response, Must,
          judges::http204Length},
    Rule {"http-1xx-length", "RFC 9110, 8.6",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no Content-Length in a 1xx"), Response, Must,
          judges::http1xxLength},
    Rule {"http-204-chunked", "RFC 9112, 6.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no Transfer-Encoding in a 1xx or 204"), Response, Must,
          judges::http204Chunked},
    Rule {"http-205-body", "RFC 9110, 15.3.6", QT_TRANSLATE_NOOP("wiretale::Rule", "no body in a 205"),
          Response, Must, judges::http205Body},
    Rule {"http-chunked-10", "RFC 9112, 6.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no Transfer-Encoding to a client of HTTP/1.0"), Response, Must,
          judges::httpChunked10},
    Rule {"http-1xx-10", "RFC 9110, 15.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no 1xx to a client of HTTP/1.0"), Response, Must,
          judges::http1xx10},
    Rule {"http-date", "RFC 9110, 6.6.1", QT_TRANSLATE_NOOP("wiretale::Rule", "an answer has a Date"),
          Response, Should, judges::httpDate},
    Rule {"http-date-form", "RFC 9110, 5.6.7",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a date is written like Sun, 06 Nov 1994 08:49:37 GMT"),
          Response, Must, judges::httpDateForm},
    Rule {"http-etag", "RFC 9110, 8.8.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "an ETag stands in quotation marks"), Response, Must,
          judges::httpEtag},
    Rule {"http-206-range", "RFC 9110, 15.3.7",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a 206 says which part it is"), Response, Must,
          judges::http206Range},
    Rule {"http-location", "RFC 9110, 15.4",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a redirection has a Location"), Response, Should,
          judges::httpLocation},
    Rule {"http-401-challenge", "RFC 9110, 15.5.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a 401 has a WWW-Authenticate"), Response, Must,
          judges::http401Challenge},
    Rule {"http-405-allow", "RFC 9110, 15.5.6", QT_TRANSLATE_NOOP("wiretale::Rule", "a 405 has an Allow"),
          Response, Must, judges::http405Allow},
    Rule {"http-407-challenge", "RFC 9110, 15.5.8",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a 407 has a Proxy-Authenticate"), Response, Must,
          judges::http407Challenge},
    Rule {"http-426-upgrade", "RFC 9110, 15.5.22",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a 426 has an Upgrade"), Response, Must,
          judges::http426Upgrade},
    Rule {"http-retry-after", "RFC 9110, 10.2.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "Retry-After is a date or a number of seconds"), Response, Must,
          judges::httpRetryAfter},
    Rule {"http-101-unasked", "RFC 9110, 7.8",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no 101 that the client has not asked for"), Response, Must,
          judges::http101Unasked},
    Rule {"http-chunk-line-end", "RFC 9112, 7.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "lines around chunks end with CRLF"), Chunks, Must,
          judges::httpChunkLineEnd},
    Rule {"http-trailer", "RFC 9110, 6.5.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no trailer that says where the message ends"), Chunks, Must,
          judges::httpTrailer},
    Rule {"sse-accept", "WHATWG HTML, 9.2.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "who asks for an event stream says Accept: text/event-stream"),
          Request, Should, judges::sseAccept},
    Rule {"sse-last-id", "WHATWG HTML, 9.2.4",
          QT_TRANSLATE_NOOP("wiretale::Rule", "Last-Event-ID is sent only if there is one"), Request, Must,
          judges::sseLastId},
    Rule {"sse-method", "WHATWG HTML, 9.2.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a browser asks for an event stream by GET alone"), Response,
          Should, judges::sseMethod},
    Rule {"sse-status", "WHATWG HTML, 9.2.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "an event stream opens with 200 alone"), Response, Must,
          judges::sseStatus},
    Rule {"sse-charset", "WHATWG HTML, 9.2.3",
          QT_TRANSLATE_NOOP("wiretale::Rule", "an event stream is UTF-8 and names no other charset"),
          Response, Must, judges::sseCharset},
    Rule {"sse-utf8", "WHATWG HTML, 9.2.5", QT_TRANSLATE_NOOP("wiretale::Rule", "an event stream is UTF-8"),
          Stream, Must, judges::sseUtf8},
    Rule {
        "sse-field", "WHATWG HTML, 9.2.6",
        QT_TRANSLATE_NOOP("wiretale::Rule", "fields are called data, event, id or retry; others are skipped"),
        Stream, Should, judges::sseField},
    Rule {"sse-field-case", "WHATWG HTML, 9.2.6",
          QT_TRANSLATE_NOOP("wiretale::Rule", "names of fields are in small letters"), Stream, Should,
          judges::sseFieldCase},
    Rule {"sse-mark", "WHATWG HTML, 9.2.5",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a byte order mark stands at the very beginning alone"), Stream,
          Should, judges::sseMark},
    Rule {"sse-retry", "WHATWG HTML, 9.2.6",
          QT_TRANSLATE_NOOP("wiretale::Rule", "retry is digits and nothing else"), Stream, Should,
          judges::sseRetry},
    Rule {"sse-id-nul", "WHATWG HTML, 9.2.6", QT_TRANSLATE_NOOP("wiretale::Rule", "no NUL in an id"), Stream,
          Should, judges::sseIdNul},
    Rule {"sse-no-data", "WHATWG HTML, 9.2.6",
          QT_TRANSLATE_NOOP("wiretale::Rule", "an event without data is never dispatched"), Stream, Should,
          judges::sseNoData},
    Rule {"ws-method", "RFC 6455, 4.1", QT_TRANSLATE_NOOP("wiretale::Rule", "the handshake is a GET"),
          Request, Must, judges::wsMethod},
    Rule {"ws-http11", "RFC 6455, 4.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "the handshake is at least HTTP/1.1"), Request, Must,
          judges::wsHttp11},
    Rule {"ws-key", "RFC 6455, 4.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "Sec-WebSocket-Key is 16 bytes in Base64"), Request, Must,
          judges::wsKey},
    Rule {"ws-version", "RFC 6455, 4.1", QT_TRANSLATE_NOOP("wiretale::Rule", "Sec-WebSocket-Version is 13"),
          Request, Must, judges::wsVersion},
    Rule {"ws-101", "RFC 6455, 4.2.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "the 101 says Upgrade: websocket and Connection: Upgrade"),
          Response, Must, judges::ws101},
    Rule {"ws-accept", "RFC 6455, 4.2.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "Sec-WebSocket-Accept answers the key that was sent"), Response,
          Must, judges::wsAccept},
    Rule {"ws-protocol", "RFC 6455, 4.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no subprotocol that the client did not offer"), Response, Must,
          judges::wsProtocol},
    Rule {"ws-extension", "RFC 6455, 4.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no extension that the client did not offer"), Response, Must,
          judges::wsExtension},
    Rule {"ws-client-mask", "RFC 6455, 5.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a client masks all its frames"), Frame, Must,
          judges::wsClientMask},
    Rule {"ws-server-mask", "RFC 6455, 5.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a server masks none of its frames"), Frame, Must,
          judges::wsServerMask},
    Rule {"ws-mask-random", "RFC 6455, 5.3",
          QT_TRANSLATE_NOOP("wiretale::Rule",
                            "each frame has a masking key of its own, which nobody can guess"),
          Frame, Should, judges::wsMaskRandom},
    Rule {"ws-rsv", "RFC 6455, 5.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "RSV bits are 0 unless an extension was agreed on"), Frame,
          Must, judges::wsRsv},
    Rule {"ws-opcode", "RFC 6455, 5.2", QT_TRANSLATE_NOOP("wiretale::Rule", "no reserved opcodes"), Frame,
          Must, judges::wsOpcode},
    Rule {"ws-length", "RFC 6455, 5.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "the length is written in as few bytes as possible"), Frame,
          Must, judges::wsLength},
    Rule {"ws-length-bit", "RFC 6455, 5.2",
          QT_TRANSLATE_NOOP("wiretale::Rule", "the most significant bit of the length is 0"), Frame, Must,
          judges::wsLengthBit},
    Rule {"ws-control-length", "RFC 6455, 5.5",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a control frame carries 125 bytes at the most"), Frame, Must,
          judges::wsControlLength},
    Rule {"ws-control-whole", "RFC 6455, 5.5",
          QT_TRANSLATE_NOOP("wiretale::Rule", "a control frame is never fragmented"), Frame, Must,
          judges::wsControlWhole},
    Rule {"ws-continuation", "RFC 6455, 5.4",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no continuation of nothing"), Frame, Must,
          judges::wsContinuation},
    Rule {"ws-interleaved", "RFC 6455, 5.4",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no new message before the last is over"), Frame, Must,
          judges::wsInterleaved},
    Rule {"ws-utf8", "RFC 6455, 8.1", QT_TRANSLATE_NOOP("wiretale::Rule", "a text message is UTF-8"), Frame,
          Must, judges::wsUtf8},
    Rule {"ws-close-length", "RFC 6455, 5.5.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "what a close frame says begins with a code of two bytes"),
          Frame, Must, judges::wsCloseLength},
    Rule {"ws-close-code", "RFC 6455, 7.4",
          QT_TRANSLATE_NOOP("wiretale::Rule",
                            "no close code that is never sent (1005, 1006, 1015, below 1000)"),
          Frame, Must, judges::wsCloseCode},
    Rule {"ws-close-reason", "RFC 6455, 5.5.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "the reason in a close frame is UTF-8"), Frame, Must,
          judges::wsCloseReason},
    Rule {"ws-after-close", "RFC 6455, 5.5.1",
          QT_TRANSLATE_NOOP("wiretale::Rule", "no frames after a close frame"), Frame, Must,
          judges::wsAfterClose},
};

} // namespace

std::span<const Rule> rules() noexcept
{
    return Rules;
}

QString ruleText(const Rule &rule)
{
    return QLatin1StringView(rule.clause) + QStringLiteral(": ")
        + QCoreApplication::translate("wiretale::Rule", rule.words);
}

namespace judges {

bool isToken(QByteArrayView text) noexcept
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool areDigits(QByteArrayView text) noexcept
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError();
}

} // namespace judges

} // namespace wiretale
