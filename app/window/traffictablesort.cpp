// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/traffictablesort.h"

#include "app/journal/trafficlog.h"

#include <QCollator>
#include <QHash>
#include <QtConcurrent>

#include <algorithm>
#include <limits>

namespace wiretale {

namespace {

using Numbers = std::vector<RecordNumber>;

struct Keyed
{
    qint64 key = 0;
    RecordNumber number = 0;
};

constexpr int ProgressForKeys = 90; ///< percent; the rest is for sorting them
constexpr size_t RecordsPerTell = 4096;
constexpr qsizetype MostCollated = 20'000; ///< texts to be compared as people order them
constexpr qint64 RestMs = 1000;
constexpr qint64 RestPerWork = 5;

/// Gives each text a number, in the order in which texts were first met; then in the order of the texts.
class TextRanks
{
public:
    qint64 numberOf(const QString &text)
    {
        const auto place = m_numbers.constFind(text);
        if (place != m_numbers.constEnd())
            return *place;
        m_numbers.insert(text, m_texts.size());
        m_texts.append(text);
        return m_texts.size() - 1;
    }

    /// The rank of each number.
    [[nodiscard]] std::vector<qint64> ranks() const
    {
        std::vector<qsizetype> sorted(size_t(m_texts.size()));
        for (size_t i = 0; i < sorted.size(); ++i)
            sorted[i] = qsizetype(i);
        if (m_texts.size() <= MostCollated) {
            QCollator collator;
            collator.setNumericMode(true);
            collator.setCaseSensitivity(Qt::CaseInsensitive);
            std::ranges::stable_sort(sorted, [&](qsizetype a, qsizetype b) {
                return collator.compare(m_texts.at(a), m_texts.at(b)) < 0;
            });
        } else {
            std::ranges::stable_sort(
                sorted, [this](qsizetype a, qsizetype b) { return m_texts.at(a) < m_texts.at(b); });
        }
        std::vector<qint64> ranks(sorted.size());
        for (size_t rank = 0; rank < sorted.size(); ++rank)
            ranks[size_t(sorted[rank])] = qint64(rank);
        return ranks;
    }

private:
    QHash<QString, qint64> m_numbers;
    QStringList m_texts;
};

/// Calls `keyOf` for each number, tells the progress; false when it was cancelled.
template <typename KeyOf>
bool makeKeys(QPromise<Numbers> &promise, const Numbers &numbers, std::vector<Keyed> &keyed, KeyOf keyOf)
{
    keyed.reserve(numbers.size());
    for (const RecordNumber number : numbers) {
        if (keyed.size() % RecordsPerTell == 0) {
            if (promise.isCanceled())
                return false;
            promise.setProgressValue(int(qint64(keyed.size()) * ProgressForKeys / qint64(numbers.size())));
        }
        keyed.push_back({keyOf(number), number});
    }
    return true;
}

bool makeTextKeys(QPromise<Numbers> &promise, const TrafficSortJob &job, std::vector<Keyed> &keyed)
{
    TextRanks texts;
    const Journal &journal = job.log->journal();
    const bool isDone = makeKeys(promise, job.numbers, keyed, [&](RecordNumber number) {
        return texts.numberOf(job.column == TrafficColumn::Summary
                                  ? job.log->summary(number)
                                  : cellText(journal, number, job.column, job.nowNs));
    });
    if (!isDone)
        return false;
    const std::vector<qint64> ranks = texts.ranks();
    for (Keyed &entry : keyed)
        entry.key = ranks[size_t(entry.key)];
    return true;
}

bool makeNumberKeys(QPromise<Numbers> &promise, const TrafficSortJob &job, std::vector<Keyed> &keyed)
{
    const Journal &journal = job.log->journal();
    const qint64 last = job.order == Qt::AscendingOrder ? std::numeric_limits<qint64>::max()
                                                        : std::numeric_limits<qint64>::min();
    return makeKeys(promise, job.numbers, keyed, [&](RecordNumber number) {
        return cellNumber(journal, number, job.column, job.nowNs).value_or(last);
    });
}

} // namespace

void sortTraffic(QPromise<Numbers> &promise, TrafficSortJob job)
{
    promise.setProgressRange(0, 100);
    std::vector<Keyed> keyed;
    const bool isDone
        = isNumeric(job.column) ? makeNumberKeys(promise, job, keyed) : makeTextKeys(promise, job, keyed);
    if (!isDone)
        return;
    const bool isAscending = job.order == Qt::AscendingOrder;
    std::ranges::sort(keyed, [isAscending](const Keyed &a, const Keyed &b) {
        if (a.key != b.key)
            return (a.key < b.key) == isAscending;
        return a.number < b.number;
    });
    std::ranges::transform(keyed, job.numbers.begin(), &Keyed::number);
    promise.setProgressValue(100);
    promise.addResult(std::move(job.numbers));
}

TrafficSort::TrafficSort(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &TrafficSort::onFinished);
}

TrafficSort::~TrafficSort()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void TrafficSort::start(TrafficSortJob job)
{
    cancel();
    m_isRunning = true;
    m_since.start();
    m_watcher.setFuture(QtConcurrent::run(&sortTraffic, std::move(job)));
}

void TrafficSort::cancel()
{
    m_isRunning = false;
    m_watcher.cancel();
}

bool TrafficSort::hasRested() const
{
    return !m_isRunning
        && (!m_since.isValid() || m_since.hasExpired(std::max(RestMs, RestPerWork * m_tookMs)));
}

void TrafficSort::onFinished()
{
    if (!m_isRunning || m_watcher.future().resultCount() == 0)
        return;
    m_isRunning = false;
    m_tookMs = m_since.restart();
    Q_EMIT sorted(m_watcher.result());
}

} // namespace wiretale
