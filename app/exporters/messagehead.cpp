// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/messagehead.h"

#include <QUtf8StringView>

namespace wiretale {

namespace {

std::array<QByteArray, 3> splitStartLine(const QByteArray &line)
{
    std::array<QByteArray, 3> parts;
    const qsizetype first = line.indexOf(' ');
    if (first < 0) {
        parts[0] = line;
        return parts;
    }
    parts[0] = line.first(first);
    const qsizetype second = line.indexOf(' ', first + 1);
    parts[1] = line.mid(first + 1, second < 0 ? -1 : second - first - 1);
    if (second >= 0)
        parts[2] = line.sliced(second + 1);
    return parts;
}

void takeFieldLine(const QByteArray &line, std::vector<HeadField> &fields)
{
    // RFC 9112, 5.2: a line that begins with white space continues the one before it.
    if ((line.startsWith(' ') || line.startsWith('\t')) && !fields.empty()) {
        fields.back().value += ' ' + line.trimmed();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        fields.push_back({line.trimmed(), {}});
    else
        fields.push_back({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
}

} // namespace

std::optional<QByteArray> MessageHead::field(QByteArrayView name) const
{
    for (const HeadField &candidate : fields) {
        if (candidate.name.compare(name, Qt::CaseInsensitive) == 0)
            return candidate.value;
    }
    return std::nullopt;
}

bool MessageHead::isChunked() const
{
    const std::optional<QByteArray> codings = field("Transfer-Encoding");
    if (!codings)
        return false;
    const QByteArray last = codings->sliced(codings->lastIndexOf(',') + 1).trimmed();
    return last.compare("chunked", Qt::CaseInsensitive) == 0;
}

std::optional<MessageHead> readMessageHead(QByteArrayView bytes)
{
    MessageHead head;
    bool atStart = true;
    qsizetype begin = 0;
    while (begin < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', begin);
        if (end < 0)
            return std::nullopt;
        QByteArray line = bytes.sliced(begin, end - begin).toByteArray();
        // RFC 9112, 2.2: a recipient may take a lone LF for the end of a line.
        if (line.endsWith('\r'))
            line.chop(1);
        begin = end + 1;
        if (line.isEmpty()) {
            if (atStart) // also 2.2: empty lines before a request line
                continue;
            head.size = begin;
            return head;
        }
        if (atStart)
            head.start = splitStartLine(line);
        else
            takeFieldLine(line, head.fields);
        atStart = false;
    }
    return std::nullopt;
}

QString headerText(const QByteArray &bytes)
{
    return QUtf8StringView(bytes).isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

} // namespace wiretale
