// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/clientnamer.h"

#include <QStringList>

#include <array>
#include <utility>

namespace wiretale {

namespace {

constexpr qsizetype LongestName = 40;

QString sanitised(QStringView text)
{
    QString name;
    for (const QChar c : text.left(LongestName)) {
        if (c.isPrint())
            name += c;
    }
    return name.trimmed();
}

QString nameOfOurs(const QString &userAgent)
{
    const qsizetype open = userAgent.indexOf(u'(');
    const qsizetype close = userAgent.lastIndexOf(u')');
    if (!userAgent.startsWith(QStringLiteral("Wiretale/")) || open < 0 || close < open)
        return {};
    return sanitised(QStringView(userAgent).sliced(open + 1, close - open - 1));
}

// Browsers name each other; the most particular word tells.
QString browserFamily(const QString &userAgent)
{
    static constexpr std::array<std::pair<const char *, const char *>, 7> Families {
        {{"Edg/", "edge"},
         {"OPR/", "opera"},
         {"Firefox/", "firefox"},
         {"Chromium/", "chromium"},
         {"HeadlessChrome/", "chromium"},
         {"Chrome/", "chromium"},
         {"Safari/", "safari"}}};
    for (const auto &[mark, family] : Families) {
        if (userAgent.contains(QLatin1String(mark)))
            return QString::fromLatin1(family);
    }
    return QStringLiteral("browser");
}

} // namespace

QString ClientNamer::nextName(const QString &family)
{
    return family + u'-' + QString::number(++m_counts[family]);
}

QString ClientNamer::nameFor(ConnectionNumber connection, const QString &userAgent)
{
    if (const QString ours = nameOfOurs(userAgent); !ours.isEmpty())
        return ours;
    if (userAgent.contains(QStringLiteral("Mozilla/"))) {
        QString &name = m_browsers[userAgent];
        if (name.isEmpty())
            name = nextName(browserFamily(userAgent));
        return name;
    }
    QStringList &names = m_namesOfAgent[userAgent];
    const QStringList inUse = m_nameOfConnection.values();
    QString chosen;
    for (const QString &name : std::as_const(names)) {
        if (!inUse.contains(name)) {
            chosen = name;
            break;
        }
    }
    if (chosen.isEmpty()) {
        const QString product = sanitised(userAgent.section(u'/', 0, 0).section(u' ', 0, 0)).toLower();
        chosen = nextName(product.isEmpty() ? QStringLiteral("client") : product);
        names << chosen;
    }
    m_nameOfConnection.insert(connection, chosen);
    return chosen;
}

void ClientNamer::release(ConnectionNumber connection)
{
    m_nameOfConnection.remove(connection);
}

} // namespace wiretale
