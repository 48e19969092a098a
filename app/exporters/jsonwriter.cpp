// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/jsonwriter.h"

#include "app/exporters/exportfile.h"

namespace wiretale {

JsonWriter::JsonWriter(ExportFile &file)
    : m_file(file)
{
}

void JsonWriter::beginObject()
{
    open('{');
}

void JsonWriter::endObject()
{
    close('}');
}

void JsonWriter::beginArray()
{
    open('[');
}

void JsonWriter::endArray()
{
    close(']');
}

void JsonWriter::key(const char *name)
{
    beginValue();
    quoted(name);
    m_file.write(":");
    m_afterKey = true;
}

void JsonWriter::text(const QString &text)
{
    utf8(text.toUtf8());
}

void JsonWriter::utf8(QByteArrayView text)
{
    beginValue();
    quoted(text);
}

void JsonWriter::base64(const QByteArray &bytes)
{
    beginValue();
    quoted(bytes.toBase64());
}

void JsonWriter::number(qint64 value)
{
    beginValue();
    m_file.write(QByteArray::number(value));
}

void JsonWriter::decimal(qint64 units, int places)
{
    Q_ASSERT_X(units >= 0, "JsonWriter::decimal", "negative");
    beginValue();
    QByteArray digits = QByteArray::number(units).rightJustified(places + 1, '0');
    digits.insert(digits.size() - places, '.');
    while (digits.endsWith('0'))
        digits.chop(1);
    if (digits.endsWith('.'))
        digits.chop(1);
    m_file.write(digits);
}

void JsonWriter::boolean(bool value)
{
    beginValue();
    m_file.write(value ? "true" : "false");
}

void JsonWriter::null()
{
    beginValue();
    m_file.write("null");
}

void JsonWriter::newline()
{
    m_file.write("\n");
}

void JsonWriter::member(const char *name, const QString &value)
{
    key(name);
    text(value);
}

void JsonWriter::member(const char *name, const char *ascii)
{
    key(name);
    utf8(ascii);
}

void JsonWriter::beginValue()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_hasElements.empty())
        return;
    if (m_hasElements.back())
        m_file.write(",");
    m_hasElements.back() = true;
}

void JsonWriter::open(char bracket)
{
    beginValue();
    m_file.write({&bracket, 1});
    m_hasElements.push_back(false);
}

void JsonWriter::close(char bracket)
{
    Q_ASSERT_X(!m_hasElements.empty() && !m_afterKey, "JsonWriter", "nothing to end here");
    m_hasElements.pop_back();
    m_file.write({&bracket, 1});
}

// RFC 8259, 7: quotation mark, backslash and U+0000 to U+001F must be escaped.
void JsonWriter::quoted(QByteArrayView utf8)
{
    constexpr char Digits[] = "0123456789abcdef";
    m_file.write("\"");
    qsizetype written = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        m_file.write(utf8.sliced(written, i - written));
        written = i + 1;
        if (byte == '"' || byte == '\\') {
            const char escaped[] = {'\\', char(byte)};
            m_file.write({escaped, 2});
        } else if (byte == '\n') {
            m_file.write("\\n");
        } else if (byte == '\r') {
            m_file.write("\\r");
        } else if (byte == '\t') {
            m_file.write("\\t");
        } else {
            const char escaped[] = {'\\', 'u', '0', '0', Digits[byte >> 4], Digits[byte & 15]};
            m_file.write({escaped, 6});
        }
    }
    m_file.write(utf8.sliced(written));
    m_file.write("\"");
}

} // namespace wiretale
