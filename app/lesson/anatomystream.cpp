// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/anatomy.h"

#include <QCoreApplication>

#include <algorithm>

namespace wiretale {

namespace {

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::Anatomy", words);
}

/// Reads a stream as WHATWG HTML, 9.2.5 and 9.2.6 say, and tells of each step.
class StreamStepper
{
public:
    explicit StreamStepper(const QByteArray &stream)
        : m_stream(stream)
    {
    }

    std::vector<AnatomyStep> run()
    {
        say(text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "The bytes")),
            text(QT_TRANSLATE_NOOP(
                "wiretale::Anatomy",
                "They are read as UTF-8 and cut into lines, which end with CR LF, LF or CR.")),
            0, m_stream.size());
        if (m_stream.startsWith("\xEF\xBB\xBF")) {
            m_at = 3;
            say(text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "Byte order mark")),
                text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "One at the very beginning is skipped.")), 0,
                m_at);
        }
        while (m_at < m_stream.size())
            takeLine();
        return std::move(m_steps);
    }

private:
    void say(const QString &title, const QString &words, qint64 begin, qint64 length)
    {
        const auto shown = [](const QByteArray &bytes) {
            return QString::fromUtf8(bytes).replace(u'\n', QStringLiteral("\u21b5"));
        };
        m_steps.push_back(
            {title,
             words,
             begin,
             length,
             {{text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "data buffer")), shown(m_data)},
              {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "event type buffer")), shown(m_type)},
              {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "last event ID buffer")), shown(m_id)},
              {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "reconnection time")), m_retry},
              {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "dispatched so far")),
               m_dispatched.join(u'\n')}}});
    }

    void takeLine()
    {
        const qsizetype begin = m_at;
        const auto isEnd = [](char c) { return c == '\r' || c == '\n'; };
        const qsizetype end
            = std::find_if(m_stream.begin() + begin, m_stream.end(), isEnd) - m_stream.begin();
        const QByteArray line = m_stream.mid(begin, end - begin);
        if (end == m_stream.size()) {
            m_at = end;
            say(text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "An end in the middle")),
                text(QT_TRANSLATE_NOOP(
                    "wiretale::Anatomy",
                    "No line end follows, so this is no line yet. If the stream ends here, what was "
                    "gathered for the event is thrown away.")),
                begin, end - begin);
            return;
        }
        m_at = m_stream.mid(end, 2) == "\r\n" ? end + 2 : end + 1;
        const qint64 length = m_at - begin;
        if (line.isEmpty())
            dispatch(begin, length);
        else if (line.startsWith(':'))
            say(text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "A comment")),
                text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "The line begins with a colon: it is skipped.")),
                begin, length);
        else
            takeField(line, begin, length);
    }

    void takeField(const QByteArray &line, qint64 begin, qint64 length)
    {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = colon < 0 ? line : line.first(colon);
        QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1);
        const bool hasSpace = value.startsWith(' ');
        if (hasSpace)
            value.remove(0, 1);
        //: %1 is the name of a field, %2 its value
        QString words = text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "The field is \"%1\", its value \"%2\"."))
                            .arg(QString::fromUtf8(name), QString::fromUtf8(value));
        if (colon < 0)
            words += u' '
                + text(QT_TRANSLATE_NOOP(
                    "wiretale::Anatomy",
                    "There is no colon: the whole line is the name, and the value is empty."));
        else if (hasSpace)
            words += u' '
                + text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                         "One space behind the colon does not belong to it."));
        words += u' ' + applied(name, value);
        say(text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "A field: %1")).arg(QString::fromUtf8(name)), words,
            begin, length);
    }

    // What the field does to the buffers, in words.
    QString applied(const QByteArray &name, const QByteArray &value)
    {
        if (name == "data") {
            m_data += value + '\n';
            return text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                          "The value and a line feed are appended to the data buffer."));
        }
        if (name == "event") {
            m_type = value;
            return text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "The value goes into the event type buffer."));
        }
        if (name == "id" && !value.contains('\0')) {
            m_id = value;
            return text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                          "The value goes into the last event ID buffer, and stays there."));
        }
        const bool areDigits = !value.isEmpty()
            && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (name == "retry" && areDigits) {
            m_retry = QString::fromLatin1(value) + QStringLiteral(" ms");
            return text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                          "From now on the client waits so long before it connects again."));
        }
        return text(
            QT_TRANSLATE_NOOP("wiretale::Anatomy", "The standard knows no such field: it is ignored."));
    }

    void dispatch(qint64 begin, qint64 length)
    {
        const QString title = text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "A blank line"));
        if (m_data.isEmpty()) {
            m_type.clear();
            say(title,
                text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                       "The data buffer is empty: nothing is dispatched. The id stays.")),
                begin, length);
            return;
        }
        m_data.chop(1);
        const QByteArray type = m_type.isEmpty() ? QByteArray("message") : m_type;
        m_dispatched << QString::fromUtf8(type + " (" + m_id + "): ")
                + QString::fromUtf8(m_data).replace(u'\n', QStringLiteral("\u21b5"));
        m_data.clear();
        m_type.clear();
        //: %1 is the type of an event
        say(title,
            text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                   "The last line feed is taken off the data, and the event goes to the page "
                                   "with the type \"%1\". "
                                   "Then the buffers are empty again, but for the id."))
                .arg(QString::fromUtf8(type)),
            begin, length);
    }

    QByteArray m_stream;
    std::vector<AnatomyStep> m_steps;
    qsizetype m_at = 0;
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_id;
    QString m_retry;
    QStringList m_dispatched;
};

} // namespace

Anatomy eventStreamAnatomy(const QByteArray &stream, const QString &title)
{
    return {title, stream, StreamStepper(stream).run()};
}

} // namespace wiretale
