// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filterquantity.h"

#include <QtNumeric>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace wiretale {

namespace {

struct Unit
{
    QLatin1StringView name;
    qint64 factor = 1;
};

constexpr qint64 Second = 1'000'000'000;

// Each list from the largest down, for writing.
constexpr std::array DurationUnits {
    Unit {QLatin1StringView("h"), 3600 * Second}, Unit {QLatin1StringView("min"), 60 * Second},
    Unit {QLatin1StringView("s"), Second},        Unit {QLatin1StringView("ms"), Second / 1000},
    Unit {QLatin1StringView("us"), 1000},         Unit {QLatin1StringView("ns"), 1},
};
constexpr std::array SizeUnits {
    Unit {QLatin1StringView("GiB"), 1LL << 30}, Unit {QLatin1StringView("GB"), 1'000'000'000},
    Unit {QLatin1StringView("MiB"), 1LL << 20}, Unit {QLatin1StringView("MB"), 1'000'000},
    Unit {QLatin1StringView("KiB"), 1LL << 10}, Unit {QLatin1StringView("kB"), 1000},
    Unit {QLatin1StringView("B"), 1},
};

std::span<const Unit> unitsOf(FilterValue value) noexcept
{
    if (value == FilterValue::Duration)
        return DurationUnits;
    if (value == FilterValue::Size)
        return SizeUnits;
    return {};
}

const Unit *unitNamed(QStringView name, FilterValue value) noexcept
{
    const std::span<const Unit> units = unitsOf(value);
    const auto unit = std::ranges::find_if(
        units, [name](const Unit &known) { return known.name.compare(name, Qt::CaseInsensitive) == 0; });
    return unit == units.end() ? nullptr : &*unit;
}

bool isDigit(QChar character) noexcept
{
    return character >= u'0' && character <= u'9';
}

qsizetype digitsFrom(QStringView text, qsizetype begin)
{
    const auto end = std::find_if_not(text.begin() + begin, text.end(), isDigit);
    return std::distance(text.begin() + begin, end);
}

std::optional<qint64> scaled(QStringView number, bool isWhole, qint64 factor)
{
    bool isRead = false;
    if (isWhole) {
        qint64 result = 0;
        const qint64 read = number.toLongLong(&isRead);
        if (!isRead || qMulOverflow(read, factor, &result))
            return std::nullopt;
        return result;
    }
    const double result = number.toDouble(&isRead) * double(factor);
    if (!isRead || !(result < 9e18))
        return std::nullopt;
    return std::llround(result);
}

} // namespace

std::optional<qint64> filterQuantity(QStringView text, FilterValue value)
{
    qsizetype end = digitsFrom(text, 0);
    if (end == 0)
        return std::nullopt;
    const bool isWhole = end == text.size() || text[end] != u'.';
    if (!isWhole) {
        const qsizetype decimals = digitsFrom(text, end + 1);
        if (decimals == 0)
            return std::nullopt;
        end += 1 + decimals;
    }
    const QStringView unitText = text.sliced(end);
    qint64 factor = value == FilterValue::Duration ? Second : 1;
    if (!unitText.isEmpty()) {
        const Unit *unit = unitNamed(unitText, value);
        if (unit == nullptr)
            return std::nullopt;
        factor = unit->factor;
    }
    if (!isWhole && factor == 1)
        return std::nullopt;
    return scaled(text.first(end), isWhole, factor);
}

QString filterQuantityText(qint64 number, FilterValue value)
{
    if (number == 0)
        return value == FilterValue::Duration ? QStringLiteral("0s") : QStringLiteral("0");
    for (const Unit &unit : unitsOf(value)) {
        if (number % unit.factor == 0 && (unit.factor > 1 || value == FilterValue::Duration))
            return QString::number(number / unit.factor) + unit.name;
    }
    return QString::number(number);
}

bool isFilterUnit(QStringView text, FilterValue value)
{
    return unitNamed(text, value) != nullptr;
}

} // namespace wiretale
