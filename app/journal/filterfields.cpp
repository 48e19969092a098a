// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filterfields.h"

#include "app/journal/rule.h"
#include "app/wire/record.h"

#include <algorithm>
#include <array>
#include <vector>

namespace wiretale {

namespace {

using Name = QLatin1StringView;

// In the order in which they are offered.
constexpr std::array Fields {
    FilterFieldEntry {Name("technique"), FilterField::Technique, FilterValue::Choice},
    FilterFieldEntry {Name("kind"), FilterField::Kind, FilterValue::Choice},
    FilterFieldEntry {Name("client"), FilterField::Client, FilterValue::Text},
    FilterFieldEntry {Name("from"), FilterField::From, FilterValue::Choice},
    FilterFieldEntry {Name("text"), FilterField::Text, FilterValue::Text},
    FilterFieldEntry {Name("summary"), FilterField::Summary, FilterValue::Text},
    FilterFieldEntry {Name("bytes"), FilterField::Bytes, FilterValue::Size},
    FilterFieldEntry {Name("payload"), FilterField::Payload, FilterValue::Size},
    FilterFieldEntry {Name("overhead"), FilterField::Overhead, FilterValue::Size},
    FilterFieldEntry {Name("held"), FilterField::Held, FilterValue::Duration},
    FilterFieldEntry {Name("transit"), FilterField::Transit, FilterValue::Duration},
    FilterFieldEntry {Name("time"), FilterField::Time, FilterValue::Duration},
    FilterFieldEntry {Name("status"), FilterField::Status, FilterValue::Count},
    FilterFieldEntry {Name("method"), FilterField::Method, FilterValue::Choice},
    FilterFieldEntry {Name("opcode"), FilterField::Opcode, FilterValue::Choice},
    FilterFieldEntry {Name("event"), FilterField::Event, FilterValue::Count},
    FilterFieldEntry {Name("events"), FilterField::Events, FilterValue::Count},
    FilterFieldEntry {Name("n"), FilterField::Number, FilterValue::Count},
    FilterFieldEntry {Name("connection"), FilterField::Connection, FilterValue::Count},
    FilterFieldEntry {Name("exchange"), FilterField::Exchange, FilterValue::Count},
    FilterFieldEntry {Name("rule"), FilterField::Rule, FilterValue::Choice},
    FilterFieldEntry {Name("empty"), FilterField::Empty, FilterValue::Flag},
    FilterFieldEntry {Name("lost"), FilterField::Lost, FilterValue::Flag},
    FilterFieldEntry {Name("arrived"), FilterField::Arrived, FilterValue::Flag},
    FilterFieldEntry {Name("handshake"), FilterField::Handshake, FilterValue::Flag},
    FilterFieldEntry {Name("masked"), FilterField::Masked, FilterValue::Flag},
    FilterFieldEntry {Name("fin"), FilterField::Fin, FilterValue::Flag},
    FilterFieldEntry {Name("gap"), FilterField::Gap, FilterValue::Flag},
    FilterFieldEntry {Name("malformed"), FilterField::Malformed, FilterValue::Flag},
    FilterFieldEntry {Name("keepalive"), FilterField::KeepAlive, FilterValue::Flag},
    FilterFieldEntry {Name("final"), FilterField::Final, FilterValue::Flag},
    FilterFieldEntry {Name("streaming"), FilterField::Streaming, FilterValue::Flag},
    FilterFieldEntry {Name("reset"), FilterField::Reset, FilterValue::Flag},
};
constexpr FilterFieldEntry WordEntry {Name(), FilterField::Word, FilterValue::Text};

constexpr std::array Techniques {
    FilterChoice {Name("ajax-polling"), qint64(Technique::AjaxPolling)},
    FilterChoice {Name("long-polling"), qint64(Technique::LongPolling)},
    FilterChoice {Name("event-stream"), qint64(Technique::EventStream)},
    FilterChoice {Name("websocket"), qint64(Technique::WebSocket)},
    FilterChoice {Name("http"), qint64(Technique::Http)},
};

constexpr std::array Kinds {
    FilterChoice {Name("request"), qint64(MessageKind::Request)},
    FilterChoice {Name("response"), qint64(MessageKind::Response)},
    FilterChoice {Name("answer"), qint64(MessageKind::Response)}, // as the window calls it
    FilterChoice {Name("chunk"), qint64(MessageKind::Chunk)},
    FilterChoice {Name("event"), qint64(MessageKind::Event)},
    FilterChoice {Name("heartbeat"), qint64(MessageKind::Heartbeat)},
    FilterChoice {Name("frame"), qint64(MessageKind::Frame)},
    FilterChoice {Name("open"), qint64(MessageKind::Open)},
    FilterChoice {Name("close"), qint64(MessageKind::Close)},
    FilterChoice {Name("fault"), qint64(MessageKind::Fault)},
    FilterChoice {Name("opaque"), qint64(MessageKind::Opaque)},
};

constexpr std::array Senders {
    FilterChoice {Name("client"), qint64(Direction::ClientToServer)},
    FilterChoice {Name("server"), qint64(Direction::ServerToClient)},
};

constexpr std::array Methods {
    FilterChoice {Name("get"), qint64(HttpMethod::Get)},
    FilterChoice {Name("post"), qint64(HttpMethod::Post)},
    FilterChoice {Name("put"), qint64(HttpMethod::Put)},
    FilterChoice {Name("delete"), qint64(HttpMethod::Delete)},
    FilterChoice {Name("head"), qint64(HttpMethod::Head)},
    FilterChoice {Name("options"), qint64(HttpMethod::Options)},
    FilterChoice {Name("patch"), qint64(HttpMethod::Patch)},
    FilterChoice {Name("trace"), qint64(HttpMethod::Trace)},
    FilterChoice {Name("connect"), qint64(HttpMethod::Connect)},
    FilterChoice {Name("unknown"), qint64(HttpMethod::Unknown)},
};

constexpr std::array Opcodes {
    FilterChoice {Name("text"), qint64(FrameOpcode::Text)},
    FilterChoice {Name("binary"), qint64(FrameOpcode::Binary)},
    FilterChoice {Name("continuation"), qint64(FrameOpcode::Continuation)},
    FilterChoice {Name("ping"), qint64(FrameOpcode::Ping)},
    FilterChoice {Name("pong"), qint64(FrameOpcode::Pong)},
    FilterChoice {Name("close"), qint64(FrameOpcode::Close)},
};

// In the order of the table of rules, behind what can be said of them all.
const std::vector<FilterChoice> &ruleChoices()
{
    static const std::vector<FilterChoice> Choices = [] {
        std::vector<FilterChoice> choices {{Name("broken"), qint64(RuleChoice::Broken)},
                                           {Name("doubtful"), qint64(RuleChoice::Doubtful)},
                                           {Name("kept"), qint64(RuleChoice::Kept)}};
        for (size_t i = 0; i < rules().size(); ++i)
            choices.push_back({Name(rules()[i].id), qint64(i)});
        return choices;
    }();
    return Choices;
}

constexpr std::array YesOrNo {FilterChoice {Name("yes"), 1}, FilterChoice {Name("no"), 0}};

} // namespace

std::span<const FilterFieldEntry> filterFields() noexcept
{
    return Fields;
}

const FilterFieldEntry *filterFieldNamed(QStringView name) noexcept
{
    const auto field = std::ranges::find_if(Fields, [name](const FilterFieldEntry &entry) {
        return entry.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return field == Fields.end() ? nullptr : &*field;
}

const FilterFieldEntry &filterFieldEntry(FilterField field) noexcept
{
    const auto entry = std::ranges::find(Fields, field, &FilterFieldEntry::field);
    return entry == Fields.end() ? WordEntry : *entry;
}

std::span<const FilterChoice> filterChoices(FilterField field) noexcept
{
    switch (field) {
    case FilterField::Technique:
        return Techniques;
    case FilterField::Kind:
        return Kinds;
    case FilterField::From:
        return Senders;
    case FilterField::Method:
        return Methods;
    case FilterField::Opcode:
        return Opcodes;
    case FilterField::Rule:
        return ruleChoices();
    default:
        break;
    }
    if (filterFieldEntry(field).value == FilterValue::Flag)
        return YesOrNo;
    return {};
}

} // namespace wiretale
