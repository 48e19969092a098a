// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>
#include <variant>

namespace wiretale {

using HttpHeader = std::pair<QByteArray, QByteArray>;

/// Why a request is not served: a status (400 and up) and a translated sentence for the answer's body.
struct Refusal
{
    int status = 400;
    QString sentence;
    QList<HttpHeader> headers; ///< further ones that the status calls for
};

/// The head of an HTTP/1 request that keeps the rules (RFC 9112), and what it says about the message.
struct RequestHead
{
    QByteArray method;
    QByteArray target;
    int minorVersion = 1;
    QList<HttpHeader> headers; ///< in the order sent, values without the white space around them
    qint64 contentLength = 0; ///< 0 as well when there is no body or it comes in chunks
    bool chunked = false;
    bool expectsContinue = false;
    bool closes = false; ///< the connection ends with the answer

    /// All values of a field, joined by ", "; empty when it is missing.
    [[nodiscard]] QByteArray value(const char *name) const;
    [[nodiscard]] bool has(const char *name) const;
    /// Whether a field that is a list of words has this one, in any case.
    [[nodiscard]] bool lists(const char *name, const char *word) const;
};

/// Checks a request line, without its CRLF, as soon as it is there.
[[nodiscard]] std::variant<RequestHead, Refusal> parseRequestLine(const QByteArray &line);

/// Reads a whole head, with the empty line that ends it. The refusals: 400 for what is no HTTP, for no or two
/// hosts, and for a length said twice; 417 for expectations but 100-continue; 431 for too many fields; 501
/// for methods and transfer codings that we do not know; 505 for versions but 1.x.
[[nodiscard]] std::variant<RequestHead, Refusal> parseRequestHead(const QByteArray &head);

} // namespace wiretale
