// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/nearestword.h"

#include <algorithm>
#include <vector>

namespace wiretale {

namespace {

// Longer words are not meant to be ours: their distance would cost time for nothing.
constexpr qsizetype LongestWord = 64;

// Optimal string alignment (Damerau's slips, each place edited once).
qsizetype distance(QStringView from, QStringView to)
{
    const auto width = size_t(to.size()) + 1;
    std::vector<qsizetype> beforeLast(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> row(width);
    for (size_t i = 0; i < width; ++i)
        last[i] = qsizetype(i);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const auto at = size_t(j);
            const bool same = from[i - 1] == to[j - 1];
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row[at] = std::min(row[at], beforeLast[at - 2] + 1);
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return last.back();
}

} // namespace

QString nearestWord(const QString &word, const QStringList &known)
{
    if (word.size() > LongestWord)
        return {};
    const QString lower = word.toLower();
    QString nearest;
    qsizetype fewest = std::max<qsizetype>(word.size() / 3, word.size() < 3 ? 0 : 1) + 1;
    for (const QString &candidate : known) {
        const qsizetype slips = distance(lower, candidate.toLower());
        if (slips < fewest) {
            fewest = slips;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace wiretale
