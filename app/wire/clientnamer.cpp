// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/clientnamer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wiretale {

namespace {

constexpr qsizetype LongestName = 40;
// Leaves room for a number of seven digits behind it.
constexpr qsizetype LongestFamily = 32;
// What differs only further on counts as the same; a peer must not fill our memory by it.
constexpr qsizetype LongestAgent = 512;

QString sanitised(QStringView text, qsizetype longest)
{
    QString name;
    for (const char32_t c : text.toUcs4()) {
        const QString character = QString::fromUcs4(&c, 1);
        if (!QChar::isPrint(c) || c == QChar::ReplacementCharacter)
            continue;
        if (name.size() + character.size() > longest)
            break;
        name += character;
    }
    return name.trimmed();
}

QString nameOfOurs(const QString &userAgent)
{
    const qsizetype open = userAgent.indexOf(u'(');
    const qsizetype close = userAgent.lastIndexOf(u')');
    if (!userAgent.startsWith(QStringLiteral("Wiretale/")) || open < 0 || close < open)
        return {};
    return sanitised(QStringView(userAgent).sliced(open + 1, close - open - 1), LongestName);
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

// RFC 9110, 10.1.5: the first product is the one that matters most.
QString productFamily(const QString &userAgent)
{
    const auto end = std::ranges::find_if(
        userAgent, [](QChar c) { return c == u'/' || c == u'(' || c == u';' || c.isSpace(); });
    const QString product = sanitised(userAgent.first(end - userAgent.begin()).toLower(), LongestFamily);
    return product.isEmpty() ? QStringLiteral("client") : product;
}

QString numbered(const QString &family, int number)
{
    return family + u'-' + QString::number(number);
}

} // namespace

QString ClientNamer::nameFor(ConnectionNumber connection, const QString &userAgent)
{
    if (QString ours = nameOfOurs(userAgent); !ours.isEmpty())
        return ours;
    const QString agentText = userAgent.left(LongestAgent).trimmed();
    if (agentText.contains(QStringLiteral("Mozilla/"))) {
        QString &name = m_browsers[agentText];
        if (name.isEmpty()) {
            const QString family = browserFamily(agentText);
            name = numbered(family, ++m_counts[family]);
        }
        return name;
    }
    Agent &agent = m_agents[agentText];
    if (agent.family.isEmpty())
        agent.family = productFamily(agentText);
    int number = 0;
    if (agent.freeNumbers.empty()) {
        number = ++m_counts[agent.family];
    } else {
        number = *agent.freeNumbers.begin();
        agent.freeNumbers.erase(agent.freeNumbers.begin());
    }
    m_uses.insert(connection, {.agent = agentText, .number = number});
    return numbered(agent.family, number);
}

void ClientNamer::release(ConnectionNumber connection)
{
    const auto use = m_uses.constFind(connection);
    if (use == m_uses.cend())
        return;
    m_agents[use->agent].freeNumbers.insert(use->number);
    m_uses.erase(use);
}

} // namespace wiretale
