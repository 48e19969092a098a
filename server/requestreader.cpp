// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/requestreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace wiretale {

namespace {

constexpr qsizetype LongestChunkLine = 256;

Refusal refusal(int status, const char *sentence)
{
    return {.status = status,
            .sentence = QCoreApplication::translate("wiretale::RequestReader", sentence),
            .headers = {}};
}

Refusal badChunk()
{
    return refusal(400, QT_TRANSLATE_NOOP("wiretale::RequestReader", "The body's chunks are malformed."));
}

Refusal headTooLong(bool inFirstLine)
{
    return inFirstLine
        ? refusal(414, QT_TRANSLATE_NOOP("wiretale::RequestReader", "The request's first line is too long."))
        : refusal(431, QT_TRANSLATE_NOOP("wiretale::RequestReader", "The request's headers are too long."));
}

bool isFraming(const QByteArray &name)
{
    static constexpr std::array Names {"content-length", "transfer-encoding", "expect", "keep-alive", "te",
                                       "trailer",        "proxy-connection"};
    return std::ranges::any_of(
        Names, [&name](const char *other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

bool isUpgrading(const QByteArray &name)
{
    return name.compare("connection", Qt::CaseInsensitive) == 0
        || name.compare("upgrade", Qt::CaseInsensitive) == 0;
}

// The place of an LF that no CR stands before, in bytes that may end within a line; -1 when there is none.
qsizetype bareLineFeed(const QByteArray &bytes, qsizetype from)
{
    for (qsizetype at = bytes.indexOf('\n', from); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        if (at == 0 || bytes.at(at - 1) != '\r')
            return at;
    }
    return -1;
}

} // namespace

QByteArray RequestReader::Request::toBytes(bool asHandshake) const
{
    QByteArray bytes
        = head.method + ' ' + head.target + " HTTP/1." + QByteArray::number(head.minorVersion) + "\r\n";
    for (const auto &[name, value] : head.headers) {
        if (!isFraming(name) && !isUpgrading(name))
            bytes += name + ": " + value + "\r\n";
    }
    if (asHandshake)
        return bytes + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

RequestReader::RequestReader(qsizetype maxBodyBytes)
    : m_maxBodyBytes(maxBodyBytes)
{
}

RequestReader::Step RequestReader::next()
{
    if (!m_inBody) {
        Step step = readHead();
        if (!m_inBody)
            return step;
    }
    if (m_head.expectsContinue && !m_continueAsked) {
        m_continueAsked = true;
        // RFC 9110, 10.1.1: needless when the body is already coming.
        if (m_buffer.isEmpty())
            return WantsContinue {};
    }
    return m_head.chunked ? readChunks() : readPlainBody();
}

RequestReader::Step RequestReader::readHead()
{
    // RFC 9112, 2.2: empty lines before a request are passed over.
    while (m_scanned == 0 && m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    if (m_buffer.isEmpty() || m_buffer == "\r")
        return NeedsMore {};
    if (const char c = m_buffer.front(); c < '!' || c > '~') {
        return refusal(400, QT_TRANSLATE_NOOP("wiretale::RequestReader", "This is no HTTP request."));
    }
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", std::max<qsizetype>(m_scanned - 3, 0));
    const qsizetype bare = bareLineFeed(m_buffer, m_scanned);
    if (bare >= 0 && (end < 0 || bare < end)) {
        return refusal(400, QT_TRANSLATE_NOOP("wiretale::RequestReader", "A line ends with CR and LF."));
    }
    if (!m_lineChecked) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n");
        if (lineEnd > MostHeadBytes || (lineEnd < 0 && m_buffer.size() > MostHeadBytes))
            return headTooLong(true);
        m_lineChecked = lineEnd >= 0;
        if (m_lineChecked) {
            const auto line = parseRequestLine(m_buffer.first(lineEnd));
            if (const auto *fault = std::get_if<Refusal>(&line))
                return *fault;
        }
    }
    m_scanned = m_buffer.size();
    if (end > MostHeadBytes - 4 || (end < 0 && m_buffer.size() > MostHeadBytes))
        return headTooLong(false);
    if (end < 0)
        return NeedsMore {};
    auto head = parseRequestHead(m_buffer.first(end + 4));
    if (const auto *fault = std::get_if<Refusal>(&head))
        return *fault;
    m_head = std::get<RequestHead>(std::move(head));
    if (m_head.contentLength > m_maxBodyBytes)
        return tooLarge();
    m_buffer.remove(0, end + 4);
    m_inBody = true;
    return NeedsMore {};
}

RequestReader::Step RequestReader::readPlainBody()
{
    if (m_buffer.size() < m_head.contentLength)
        return NeedsMore {};
    m_body = m_buffer.first(m_head.contentLength);
    m_buffer.remove(0, m_head.contentLength);
    return finish();
}

RequestReader::Step RequestReader::readChunks()
{
    for (;;) {
        if (const auto step = readChunkPart())
            return *step;
    }
}

std::optional<RequestReader::Step> RequestReader::readChunkPart()
{
    switch (m_chunkPart) {
    case ChunkPart::Size:
        return readChunkSize();
    case ChunkPart::Data: {
        const qsizetype size = std::min(m_chunkLeft, m_buffer.size());
        m_body += m_buffer.first(size);
        m_buffer.remove(0, size);
        m_chunkLeft -= size;
        if (m_chunkLeft > 0)
            return NeedsMore {};
        m_chunkPart = ChunkPart::DataEnd;
        return std::nullopt;
    }
    case ChunkPart::DataEnd:
        if (!QByteArrayView("\r\n").startsWith(
                QByteArrayView(m_buffer).first(std::min<qsizetype>(m_buffer.size(), 2))))
            return badChunk();
        if (m_buffer.size() < 2)
            return NeedsMore {};
        m_buffer.remove(0, 2);
        m_chunkPart = ChunkPart::Size;
        return std::nullopt;
    case ChunkPart::Trailers:
        return readTrailer();
    }
    Q_UNREACHABLE();
}

std::optional<RequestReader::Step> RequestReader::readChunkSize()
{
    const auto line = takeLine();
    if (!line)
        return m_buffer.size() > LongestChunkLine ? Step {badChunk()} : Step {NeedsMore {}};
    // RFC 9112, 7.1.1: extensions that one does not know are ignored.
    const QByteArray digits = line->split(';').first().trimmed();
    const bool isHex = !digits.isEmpty() && digits.size() <= 8 && std::ranges::all_of(digits, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!isHex || line->size() > LongestChunkLine)
        return badChunk();
    m_chunkLeft = digits.toLongLong(nullptr, 16);
    if (m_body.size() + m_chunkLeft > m_maxBodyBytes)
        return tooLarge();
    m_chunkPart = m_chunkLeft == 0 ? ChunkPart::Trailers : ChunkPart::Data;
    return std::nullopt;
}

std::optional<RequestReader::Step> RequestReader::readTrailer()
{
    const auto line = takeLine();
    m_trailerBytes += line ? line->size() + 2 : 0;
    if (m_trailerBytes + (line ? 0 : m_buffer.size()) > MostHeadBytes)
        return headTooLong(false);
    if (!line)
        return NeedsMore {};
    if (line->isEmpty())
        return finish();
    return std::nullopt; // RFC 9112, 7.1.2: trailers may be discarded.
}

std::optional<QByteArray> RequestReader::takeLine()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return std::nullopt;
    QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 2);
    return line;
}

RequestReader::Step RequestReader::finish()
{
    Request request {.head = std::exchange(m_head, {}), .body = std::exchange(m_body, {})};
    m_scanned = 0;
    m_chunkLeft = 0;
    m_trailerBytes = 0;
    m_chunkPart = ChunkPart::Size;
    m_lineChecked = false;
    m_inBody = false;
    m_continueAsked = false;
    return request;
}

Refusal RequestReader::tooLarge() const
{
    return {.status = 413,
            .sentence
            = QCoreApplication::translate("wiretale::RequestReader", "A body has at most %1 bytes here.")
                  .arg(m_maxBodyBytes),
            .headers = {}};
}

} // namespace wiretale
