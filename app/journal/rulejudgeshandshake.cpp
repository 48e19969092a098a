// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulejudges.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>

namespace wiretale::judges {

// Handshakes of WebSocket. What each judge is about, the table in rules.cpp says.

namespace {

bool isNonce(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    constexpr qsizetype NonceSize = 16;
    return decoded && decoded.decoded.size() == NonceSize;
}

// The answer to a WebSocket's handshake that lets it be.
bool grantsWebSocket(const RuleSubject &subject)
{
    return subject.status == 101 && subject.request && subject.request->isHandshake();
}

QByteArray acceptFor(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
        .toBase64();
}

// Their names, without parameters.
QList<QByteArray> extensionsIn(const RuleSubject &subject)
{
    QList<QByteArray> names;
    for (const NamedLine &line : subject.headers) {
        if (line.name != "sec-websocket-extensions")
            continue;
        for (const QByteArray &each : line.value.split(','))
            names << each.split(';').constFirst().trimmed().toLower();
    }
    return names;
}

} // namespace

Judgement wsMethod(const RuleSubject &subject)
{
    return brokenIf(subject.isHandshake() && subject.method != "GET", subject.placeOf(FieldKind::Method));
}

Judgement wsHttp11(const RuleSubject &subject)
{
    return brokenIf(subject.isHandshake() && subject.version == "HTTP/1.0",
                    subject.placeOf(FieldKind::Version));
}

Judgement wsKey(const RuleSubject &subject)
{
    if (!subject.isHandshake())
        return {};
    const NamedLine *key = subject.header("sec-websocket-key");
    const bool isKey = key != nullptr && subject.countOf("sec-websocket-key") == 1 && isNonce(key->value);
    return brokenIf(!isKey, atHeader(subject, "sec-websocket-key"));
}

Judgement wsVersion(const RuleSubject &subject)
{
    const NamedLine *version = subject.header("sec-websocket-version");
    return brokenIf(subject.isHandshake() && (version == nullptr || version->value != "13"),
                    atHeader(subject, "sec-websocket-version"));
}

Judgement ws101(const RuleSubject &subject)
{
    return brokenIf(grantsWebSocket(subject)
                        && !(subject.isHandshake() && subject.listHas("connection", "upgrade")),
                    subject.placeOf(FieldKind::StatusLine));
}

Judgement wsAccept(const RuleSubject &subject)
{
    if (!grantsWebSocket(subject))
        return {};
    const NamedLine *key = subject.request->header("sec-websocket-key");
    const NamedLine *accept = subject.header("sec-websocket-accept");
    const bool isRight = key != nullptr && accept != nullptr && accept->value == acceptFor(key->value);
    return brokenIf(!isRight, atHeader(subject, "sec-websocket-accept"));
}

Judgement wsProtocol(const RuleSubject &subject)
{
    const NamedLine *chosen = subject.header("sec-websocket-protocol");
    return brokenIf(grantsWebSocket(subject) && chosen != nullptr
                        && !subject.request->listHas("sec-websocket-protocol", chosen->value.toLower()),
                    atHeader(subject, "sec-websocket-protocol"));
}

Judgement wsExtension(const RuleSubject &subject)
{
    const NamedLine *chosen = subject.header("sec-websocket-extensions");
    if (!grantsWebSocket(subject) || chosen == nullptr)
        return {};
    const QList<QByteArray> offered = extensionsIn(*subject.request);
    const QList<QByteArray> agreed = extensionsIn(subject);
    const bool areOffered
        = std::ranges::all_of(agreed, [&offered](const QByteArray &name) { return offered.contains(name); });
    return brokenIf(!areOffered, chosen->where);
}

} // namespace wiretale::judges
