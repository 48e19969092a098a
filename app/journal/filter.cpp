// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filter.h"

#include "app/journal/filternode.h"
#include "app/journal/filterparser.h"
#include "app/journal/trafficlog.h"

namespace wiretale {

Filter::Filter() = default;

Filter::Filter(FilterNode root)
    : m_line(root.toString())
{
    root.orderByCost();
    m_root = std::make_shared<const FilterNode>(std::move(root));
}

std::variant<Filter, FilterError> Filter::parse(QStringView line)
{
    FilterParser parser(line);
    std::optional<FilterNode> root = parser.parse();
    if (parser.error())
        return *parser.error();
    return root ? Filter(std::move(*root)) : Filter();
}

bool Filter::matches(const TrafficLog &log, RecordNumber number, std::optional<qint64> nowNs) const
{
    return judge(log, number, nowNs.value_or(log.journal().lastNs())).matches;
}

Filter::Verdict Filter::judge(const TrafficLog &log, RecordNumber number, qint64 nowNs,
                              MessageReader *reader) const
{
    return m_root ? wiretale::judge(*m_root, log, number, nowNs, reader)
                  : Verdict {.matches = true, .isFinal = true, .cost = 1};
}

bool Filter::needsBytes() const noexcept
{
    return m_root && m_root->cost >= FilterNode::HeadCost;
}

} // namespace wiretale
