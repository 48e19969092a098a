// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandvalues.h"

#include "app/lesson/settings.h"
#include "common/clock.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <limits>
#include <utility>

namespace wiretale {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::CommandLine", sentence);
}

} // namespace

Result<double> rateFromText(const QString &value)
{
    bool isNumber = false;
    const double rate = value.toDouble(&isNumber);
    if (!isNumber || rate < Clock::SlowestRate || rate > Clock::FastestRate) {
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "\"%1\" is not a rate; it is a number from 0.02 to 20."))
                          .arg(value)};
    }
    return rate;
}

Result<quint32> numberFromText(const QString &name, const QString &value, quint32 largest)
{
    bool isNumber = false;
    const qulonglong number = value.toULongLong(&isNumber);
    if (!isNumber || number > largest) {
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "--%1 takes a whole number from 0 to %2, not \"%3\"."))
                          .arg(name)
                          .arg(largest)
                          .arg(value)};
    }
    return quint32(number);
}

Result<LinkProfile> linkFromText(const QString &value)
{
    QStringList known;
    for (const NamedLink &named : namedLinks()) {
        if (named.id == value)
            return named.profile;
        known << named.id;
    }
    return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine", "There is no link \"%1\"; there are %2."))
                      .arg(value, known.join(QStringLiteral(", ")))};
}

Result<std::array<bool, TechniqueCount>> clientsFromText(const QString &value)
{
    std::array<bool, TechniqueCount> clients {};
    QStringList known;
    for (int technique = 0; technique < TechniqueCount; ++technique)
        known << QString::fromLatin1(techniqueName(Technique(technique)));
    const QStringList names = value.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const qsizetype index = known.indexOf(name.trimmed());
        if (index < 0) {
            return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                                 "There is no kind of client \"%1\"; there are %2."))
                              .arg(name, known.join(QStringLiteral(", ")))};
        }
        clients[size_t(index)] = true;
    }
    return clients;
}

Result<bool> answersFromText(const QString &value)
{
    if (value == u"right" || value == u"none")
        return value == u"right";
    return Error {
        text(QT_TRANSLATE_NOOP("wiretale::CommandLine", "--answers takes \"right\" or \"none\", not \"%1\"."))
            .arg(value)};
}

Result<qint64> sizeFromText(const QString &value)
{
    constexpr qint64 Least = qint64(1024) * 1024;
    static constexpr std::array<std::pair<const char *, qint64>, 7> Units {{{"GiB", qint64(1) << 30},
                                                                            {"MiB", qint64(1) << 20},
                                                                            {"KiB", qint64(1) << 10},
                                                                            {"GB", 1'000'000'000},
                                                                            {"MB", 1'000'000},
                                                                            {"kB", 1'000},
                                                                            {"B", 1}}};
    QString digits = value.trimmed();
    qint64 scale = 1;
    for (const auto &[name, bytes] : Units) {
        const QLatin1StringView unit(name);
        if (digits.endsWith(unit, Qt::CaseInsensitive)) {
            digits = digits.chopped(unit.size()).trimmed();
            scale = bytes;
            break;
        }
    }
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    if (!isNumber || number <= 0 || number > std::numeric_limits<qint64>::max() / scale
        || number * scale < Least) {
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "\"%1\" is no size of a capture; it is at least 1MiB, such as "
                                             "500MiB or 2GiB."))
                          .arg(value)};
    }
    return number * scale;
}

} // namespace wiretale
