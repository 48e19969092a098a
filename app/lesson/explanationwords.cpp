// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace wiretale {

namespace {

constexpr const char *Context = "wiretale::Explanation";

QString threeDigits(double value)
{
    const int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    // Without the zeros behind: "2 s", not "2.00 s".
    const double scale = std::pow(10.0, decimals);
    return locale.toString(std::round(value * scale) / scale, 'g', 12);
}

bool isRow(const std::vector<qint64> &ids)
{
    return std::adjacent_find(ids.begin(), ids.end(), [](qint64 a, qint64 b) { return b - a != 1; })
        == ids.end();
}

} // namespace

ExplanationDraft::ExplanationDraft(QString title, QString specification)
    : m_explanation {std::move(title), {}, std::move(specification)}
{
}

void ExplanationDraft::say(const QString &sentence)
{
    if (!m_explanation.text.isEmpty())
        m_explanation.text += u' ';
    m_explanation.text += sentence;
}

QString worded(const char *text)
{
    return QCoreApplication::translate(Context, text);
}

QString worded(const char *text, qint64 count)
{
    constexpr qint64 Most = std::numeric_limits<int>::max();
    return QCoreApplication::translate(Context, text, nullptr, int(std::min(count, Most)));
}

QString spanWord(qint64 ns)
{
    const auto value = double(std::max(ns, qint64(0)));
    if (value > 0 && value < 1e6) {
        //: %1 is a number of microseconds
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "%1 µs")).arg(threeDigits(value / 1e3));
    }
    if (value < 999.5e6) {
        //: %1 is a number of milliseconds
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "%1 ms")).arg(threeDigits(value / 1e6));
    }
    if (value < 300e9) {
        //: %1 is a number of seconds
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "%1 s")).arg(threeDigits(value / 1e9));
    }
    //: %1 is a number of minutes
    return worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "%1 min")).arg(threeDigits(value / 60e9));
}

QString bytesWord(qint64 count)
{
    return worded(QT_TRANSLATE_N_NOOP("wiretale::Explanation", "%n byte(s)"), count);
}

QString idsWord(const std::vector<qint64> &ids)
{
    constexpr size_t MostNamed = 5;
    if (ids.size() > 2 && isRow(ids))
        return QStringLiteral("%1\u2013%2").arg(ids.front()).arg(ids.back());
    QStringList words;
    for (size_t i = 0; i < std::min(ids.size(), MostNamed); ++i)
        words << QString::number(ids[i]);
    if (ids.size() > MostNamed)
        words << QStringLiteral("\u2026");
    return words.join(QStringLiteral(", "));
}

QString numberWord(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace wiretale
