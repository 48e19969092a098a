// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <concepts>
#include <vector>

namespace wiretale {

class ExportFile;

/// Writes JSON text (RFC 8259) to a file as it is told, so that no document is ever held whole. Members stand
/// in the order in which they were written. Several values at the top level are separated by newline().
class JsonWriter
{
public:
    explicit JsonWriter(ExportFile &file);

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    /// A member's name, of ASCII; its value is what is written next.
    void key(const char *name);

    void text(const QString &text);
    /// `text` must be valid UTF-8.
    void utf8(QByteArrayView text);
    void base64(const QByteArray &bytes);
    void number(qint64 value);
    /// `units` / 10^`places`, exactly; not negative.
    void decimal(qint64 units, int places);
    void boolean(bool value);
    void null();
    /// White space between values.
    void newline();

    void member(const char *name, const QString &value);
    void member(const char *name, const char *ascii);
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) void member(const char *name, Integer value)
    {
        key(name);
        number(qint64(value));
    }

private:
    void beginValue();
    void open(char bracket);
    void close(char bracket);
    void quoted(QByteArrayView utf8);

    ExportFile &m_file;
    std::vector<bool> m_hasElements; ///< of each object or array that is open
    bool m_afterKey = false;
};

} // namespace wiretale
