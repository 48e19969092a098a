// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/settingstext.h"

#include "common/clock.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours LongestTime {24 * 366};
constexpr qint64 MostBitsPerSecond = 1'000'000'000'000'000;
constexpr int MostEvents = 1'000'000;
constexpr qsizetype MostPlans = 10'000;

// In the order of their enumerators.
const QStringList &publishWords()
{
    static const QStringList Words {QStringLiteral("by hand"), QStringLiteral("every"),
                                    QStringLiteral("at random")};
    return Words;
}

const QStringList &emptyAnswerWords()
{
    static const QStringList Words {QStringLiteral("no content"), QStringLiteral("not modified"),
                                    QStringLiteral("empty list")};
    return Words;
}

const QStringList &techniqueWords()
{
    static const QStringList Words = [] {
        QStringList words;
        for (int i = 0; i < TechniqueCount; ++i)
            words << QString::fromLatin1(techniqueName(Technique(i)));
        return words;
    }();
    return Words;
}

// Goes through the members of a value, to write or to read them; one list of them serves both, so that
// nothing is written which is not read.
class Writer
{
public:
    explicit Writer(QJsonObject &object)
        : m_object(object)
    {
    }

    void number(QLatin1StringView name, double value, double /*least*/, double /*most*/)
    {
        m_object.insert(name, value);
    }
    template <typename Integer>
    void integer(QLatin1StringView name, Integer value, qint64 /*least*/, qint64 /*most*/)
    {
        m_object.insert(name, qint64(value));
    }
    template <typename Duration>
    void time(QLatin1StringView name, Duration value)
    {
        m_object.insert(name, qint64(value.count()));
    }
    template <typename Enum>
    void word(QLatin1StringView name, Enum value, const QStringList &words)
    {
        m_object.insert(name, words.at(int(value)));
    }
    void flag(QLatin1StringView name, bool value) { m_object.insert(name, value); }
    template <typename Value, typename Visit>
    void optional(QLatin1StringView /*name*/, const std::optional<Value> &value, Visit visit)
    {
        if (value)
            visit(*value);
    }
    template <typename Value, typename Visit>
    void object(QLatin1StringView name, const Value &value, Visit visit)
    {
        QJsonObject inner;
        Writer writer(inner);
        visit(writer, value);
        m_object.insert(name, inner);
    }
    template <typename Value, typename Visit>
    void list(QLatin1StringView name, const QList<Value> &values, Visit visit)
    {
        QJsonArray array;
        for (const Value &value : values) {
            QJsonObject inner;
            Writer writer(inner);
            visit(writer, value);
            array.append(inner);
        }
        m_object.insert(name, array);
    }

private:
    QJsonObject &m_object;
};

class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {
    }

    void number(QLatin1StringView name, double &into, double least, double most)
    {
        const QJsonValue value = at(name, QJsonValue::Double);
        if (value.isUndefined())
            return;
        into = std::clamp(value.toDouble(), least, most);
        m_isGood = m_isGood && into == value.toDouble();
    }
    template <typename Integer>
    void integer(QLatin1StringView name, Integer &into, qint64 least, qint64 most)
    {
        const QJsonValue value = at(name, QJsonValue::Double);
        if (value.isUndefined())
            return;
        const qint64 wrong = least > std::numeric_limits<qint64>::min() ? least - 1 : most + 1;
        const qint64 number = value.toInteger(wrong);
        if (number < least || number > most)
            m_isGood = false;
        else
            into = Integer(number);
    }
    template <typename Duration>
    void time(QLatin1StringView name, Duration &into)
    {
        qint64 count = into.count();
        integer(name, count, 0, std::chrono::duration_cast<Duration>(LongestTime).count());
        into = Duration(count);
    }
    template <typename Enum>
    void word(QLatin1StringView name, Enum &into, const QStringList &words)
    {
        const QJsonValue value = at(name, QJsonValue::String);
        if (value.isUndefined())
            return;
        const qsizetype index = words.indexOf(value.toString());
        m_isGood = m_isGood && index >= 0;
        into = Enum(std::max<qsizetype>(index, 0));
    }
    void flag(QLatin1StringView name, bool &into) { into = at(name, QJsonValue::Bool).toBool(into); }
    template <typename Value, typename Visit>
    void optional(QLatin1StringView name, std::optional<Value> &into, Visit visit)
    {
        if (m_object.contains(name))
            visit(into.emplace());
    }
    template <typename Value, typename Visit>
    void object(QLatin1StringView name, Value &into, Visit visit)
    {
        read(at(name, QJsonValue::Object).toObject(), into, visit);
    }
    template <typename Value, typename Visit>
    void list(QLatin1StringView name, QList<Value> &into, Visit visit)
    {
        const QJsonArray array = at(name, QJsonValue::Array).toArray();
        m_isGood = m_isGood && array.size() <= MostPlans;
        for (qsizetype i = 0; i < array.size() && m_isGood; ++i) {
            m_isGood = array.at(i).isObject();
            read(array.at(i).toObject(), into.emplaceBack(), visit);
        }
    }

    [[nodiscard]] bool isGood() const noexcept { return m_isGood; }

private:
    /// Undefined when it is not there.
    QJsonValue at(QLatin1StringView name, QJsonValue::Type type)
    {
        QJsonValue value = m_object.value(name);
        if (value.isUndefined() || value.type() == type)
            return value;
        m_isGood = false;
        return QJsonValue::Undefined;
    }
    template <typename Value, typename Visit>
    void read(const QJsonObject &object, Value &into, Visit visit)
    {
        Reader reader(object);
        visit(reader, into);
        m_isGood = m_isGood && reader.isGood();
    }

    const QJsonObject &m_object;
    bool m_isGood = true;
};

// Each of these names every member, so that a compiler complains when there is a new one.

template <typename Visitor, typename Link>
void visitLink(Visitor &visitor, Link &link)
{
    auto &[latency, bitsPerSecond, jitter, seed] = link;
    visitor.time(QLatin1StringView("latency_ns"), latency);
    visitor.integer(QLatin1StringView("bits_per_second"), bitsPerSecond, 0, MostBitsPerSecond);
    visitor.time(QLatin1StringView("jitter_ns"), jitter);
    visitor.integer(QLatin1StringView("seed"), seed, 0, std::numeric_limits<quint32>::max());
}

template <typename Visitor, typename Publish>
void visitPublish(Visitor &visitor, Publish &publish)
{
    auto &[kind, interval] = publish;
    visitor.word(QLatin1StringView("how"), kind, publishWords());
    visitor.time(QLatin1StringView("interval_ms"), interval);
}

template <typename Visitor, typename Plan>
void visitPlan(Visitor &visitor, Plan &plan)
{
    auto &[technique, count, interval, timeout, portions, sameBrowser, freshConnection, frameSize, starts]
        = plan;
    visitor.word(QLatin1StringView("kind"), technique, techniqueWords());
    visitor.integer(QLatin1StringView("count"), count, 1, ClientPlan::MostClients);
    visitor.optional(QLatin1StringView("interval_ms"), interval,
                     [&](auto &value) { visitor.time(QLatin1StringView("interval_ms"), value); });
    visitor.optional(QLatin1StringView("timeout_ms"), timeout,
                     [&](auto &value) { visitor.time(QLatin1StringView("timeout_ms"), value); });
    visitor.optional(QLatin1StringView("portions"), portions,
                     [&](auto &value) { visitor.flag(QLatin1StringView("portions"), value); });
    visitor.flag(QLatin1StringView("same_browser"), sameBrowser);
    visitor.flag(QLatin1StringView("fresh_connection"), freshConnection);
    visitor.integer(QLatin1StringView("frame_size"), frameSize, 0, std::numeric_limits<int>::max());
    visitor.flag(QLatin1StringView("starts"), starts);
}

template <typename Visitor, typename Clients>
void visitClients(Visitor &visitor, Clients &clients)
{
    for (int i = 0; i < TechniqueCount; ++i)
        visitor.flag(QLatin1StringView(techniqueName(Technique(i))), clients[size_t(i)]);
}

template <typename Visitor, typename All>
void visitSettings(Visitor &visitor, All &settings)
{
    auto &[rate, link, publish, pollInterval, longPollTimeout, heartbeat, retry, emptyAnswer,
           longPollPortions, talkBack, idleCut, logSize, clients, plans]
        = settings;
    visitor.number(QLatin1StringView("rate"), rate, Clock::SlowestRate, Clock::FastestRate);
    visitor.object(QLatin1StringView("link"), link, [](auto &to, auto &value) { visitLink(to, value); });
    visitor.object(QLatin1StringView("publish"), publish,
                   [](auto &to, auto &value) { visitPublish(to, value); });
    visitor.time(QLatin1StringView("poll_interval_ms"), pollInterval);
    visitor.time(QLatin1StringView("long_poll_timeout_ms"), longPollTimeout);
    visitor.time(QLatin1StringView("heartbeat_ms"), heartbeat);
    visitor.time(QLatin1StringView("retry_ms"), retry);
    visitor.word(QLatin1StringView("empty_answer"), emptyAnswer, emptyAnswerWords());
    visitor.flag(QLatin1StringView("long_poll_portions"), longPollPortions);
    visitor.time(QLatin1StringView("talk_back_ms"), talkBack);
    visitor.time(QLatin1StringView("idle_cut_ms"), idleCut);
    visitor.integer(QLatin1StringView("log_size"), logSize, 1, MostEvents);
    visitor.object(QLatin1StringView("clients"), clients,
                   [](auto &to, auto &value) { visitClients(to, value); });
    visitor.list(QLatin1StringView("plans"), plans, [](auto &to, auto &value) { visitPlan(to, value); });
}

} // namespace

QJsonObject toJson(const Settings &settings)
{
    QJsonObject object;
    Writer writer(object);
    visitSettings(writer, settings);
    return object;
}

std::optional<Settings> settingsFromJson(const QJsonObject &object)
{
    Settings settings;
    Reader reader(object);
    visitSettings(reader, settings);
    return reader.isGood() ? std::optional(std::move(settings)) : std::nullopt;
}

} // namespace wiretale
