// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/exporters/csvreader.h"

#include <utility>

namespace wiretale {

namespace {

class Reader
{
public:
    explicit Reader(QByteArray text)
        : m_text(std::move(text))
    {
    }

    QList<QByteArrayList> rows()
    {
        QList<QByteArrayList> rows;
        while (m_at < m_text.size() && !m_broken) {
            QByteArrayList row {cell()};
            while (skip(","))
                row << cell();
            m_broken = m_broken || !skip("\r\n");
            rows << row;
        }
        return m_broken ? QList<QByteArrayList>() : rows;
    }

private:
    bool skip(QByteArrayView what)
    {
        if (!QByteArrayView(m_text).sliced(m_at).startsWith(what))
            return false;
        m_at += what.size();
        return true;
    }

    QByteArray cell()
    {
        QByteArray value;
        if (!skip("\"")) {
            while (m_at < m_text.size() && !QByteArrayView(",\r\n").contains(m_text[m_at])) {
                m_broken = m_broken || m_text[m_at] == '"';
                value += m_text[m_at++];
            }
            return value;
        }
        while (m_at < m_text.size()) {
            if (skip("\"\""))
                value += '"';
            else if (skip("\""))
                return value;
            else
                value += m_text[m_at++];
        }
        m_broken = true;
        return value;
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    bool m_broken = false;
};

} // namespace

QList<QByteArrayList> readCsv(const QByteArray &text)
{
    return Reader(text).rows();
}

} // namespace wiretale
