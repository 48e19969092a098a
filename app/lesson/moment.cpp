// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/moment.h"

#include "app/journal/filter.h"
#include "common/nearestword.h"
#include "common/quantities.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace wiretale {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::Moment", sentence);
}

struct ChoiceName
{
    const char *words;
    MessageChoice choice;
};

// Longer ones first where one begins with another.
constexpr std::array<ChoiceName, 20> ChoiceNames {{{"empty response", MessageChoice::EmptyResponse},
                                                   {"error response", MessageChoice::ErrorResponse},
                                                   {"held request", MessageChoice::HeldRequest},
                                                   {"pushed event", MessageChoice::PushedEvent},
                                                   {"text frame", MessageChoice::TextFrame},
                                                   {"close frame", MessageChoice::CloseFrame},
                                                   {"lost message", MessageChoice::LostMessage},
                                                   {"message", MessageChoice::Any},
                                                   {"opening", MessageChoice::Opening},
                                                   {"closing", MessageChoice::Closing},
                                                   {"request", MessageChoice::Request},
                                                   {"response", MessageChoice::Response},
                                                   {"portion", MessageChoice::Portion},
                                                   {"heartbeat", MessageChoice::Heartbeat},
                                                   {"handshake", MessageChoice::Handshake},
                                                   {"frame", MessageChoice::Frame},
                                                   {"ping", MessageChoice::Ping},
                                                   {"pong", MessageChoice::Pong},
                                                   {"fault", MessageChoice::Fault},
                                                   {"gap", MessageChoice::Gap}}};

constexpr std::array<const char *, 10> Ordinals {"first", "second",  "third",  "fourth", "fifth",
                                                 "sixth", "seventh", "eighth", "ninth",  "tenth"};

struct Word
{
    QString text;
    qsizetype at = 0;
};

// Reads one moment's words from left to right; the first fault ends it.
class MomentReader
{
public:
    explicit MomentReader(const QString &words)
        : m_all(words)
    {
        static const QRegularExpression Blank(QStringLiteral("\\S+"));
        for (auto each = Blank.globalMatch(words); each.hasNext();) {
            const QRegularExpressionMatch match = each.next();
            m_words.push_back({match.captured(), match.capturedStart()});
        }
    }

    Result<Moment> read()
    {
        Moment moment;
        if (accept("start"))
            return finished(moment);
        if (accept("at"))
            return readTime(moment, Moment::Kind::At);
        if (accept("after"))
            return readTime(moment, Moment::Kind::After);
        if (accept("event"))
            return readEvent(moment);
        return readMessage(moment);
    }

private:
    [[nodiscard]] bool atEnd() const { return m_next >= m_words.size(); }
    [[nodiscard]] QString word() const { return atEnd() ? QString() : m_words[m_next].text; }

    bool accept(const char *wanted)
    {
        if (atEnd() || word() != QLatin1StringView(wanted))
            return false;
        ++m_next;
        return true;
    }

    [[nodiscard]] Error fault(const QString &sentence) const
    {
        const qsizetype at = atEnd() ? m_all.size() : m_words[m_next].at;
        return Error {.message = sentence, .line = 0, .column = int(at) + 1};
    }

    // The word that stands where another was expected.
    [[nodiscard]] Error unexpected(const QStringList &known, const QString &expected) const
    {
        if (atEnd())
            return fault(text(QT_TRANSLATE_NOOP("wiretale::Moment", "The moment breaks off; expected %1."))
                             .arg(expected));
        const QString meant = nearestWord(word(), known);
        if (!meant.isEmpty())
            return fault(
                text(QT_TRANSLATE_NOOP("wiretale::Moment", "\"%1\" is not known here; did you mean \"%2\"?"))
                    .arg(word(), meant));
        return fault(text(QT_TRANSLATE_NOOP("wiretale::Moment", "\"%1\" is not known here; expected %2."))
                         .arg(word(), expected));
    }

    Result<Moment> finished(const Moment &moment) const
    {
        if (!atEnd())
            return fault(text(QT_TRANSLATE_NOOP("wiretale::Moment",
                                                "The moment is complete before \"%1\"; take the "
                                                "rest away."))
                             .arg(word()));
        return moment;
    }

    Result<Moment> readTime(Moment moment, Moment::Kind kind)
    {
        moment.kind = kind;
        if (atEnd())
            return unexpected({}, text(QT_TRANSLATE_NOOP("wiretale::Moment", "a time such as 3s or 500ms")));
        const auto time = durationFromText(word());
        if (!time)
            return fault(time.error().message);
        moment.time = *time;
        ++m_next;
        return finished(moment);
    }

    Result<Moment> readEvent(Moment moment)
    {
        bool isNumber = false;
        moment.eventId = word().toLongLong(&isNumber);
        if (!isNumber || moment.eventId < 1)
            return unexpected({},
                              text(QT_TRANSLATE_NOOP("wiretale::Moment", "the event's number, from 1 on")));
        ++m_next;
        if (accept("published")) {
            moment.kind = Moment::Kind::EventPublished;
            return finished(moment);
        }
        moment.kind = Moment::Kind::EventMessage;
        moment.delivered = accept("delivered");
        if (!moment.delivered && !accept("sent"))
            return unexpected(
                {QStringLiteral("published"), QStringLiteral("sent"), QStringLiteral("delivered")},
                text(QT_TRANSLATE_NOOP("wiretale::Moment",
                                       "\"published\", \"sent to ...\" or \"delivered to ...\"")));
        return readClient(moment, "to");
    }

    Result<Moment> readClient(Moment moment, const char *before)
    {
        if (accept(before)) {
            if (atEnd())
                return unexpected({}, text(QT_TRANSLATE_NOOP("wiretale::Moment", "a client's name")));
            moment.client = word();
            ++m_next;
        }
        return finished(moment);
    }

    Result<Moment> readMessage(Moment moment)
    {
        moment.kind = Moment::Kind::Message;
        if (const std::optional<int> ordinal = ordinalOf(word())) {
            moment.ordinal = *ordinal;
            ++m_next;
        }
        const std::optional<MessageChoice> choice = readChoice();
        if (!choice)
            return unknownChoice();
        moment.choice = *choice;
        if (accept("of")) {
            if (atEnd())
                return unexpected({}, text(QT_TRANSLATE_NOOP("wiretale::Moment", "a client's name")));
            moment.client = word();
            ++m_next;
        }
        moment.delivered = accept("delivered");
        if (accept("where")) {
            if (atEnd())
                return unexpected(
                    {}, text(QT_TRANSLATE_NOOP("wiretale::Moment", "a filter such as kind:response")));
            const qsizetype at = m_words[m_next].at;
            moment.filter = m_all.mid(at).trimmed();
            const auto filter = Filter::parse(moment.filter);
            if (const auto *wrong = std::get_if<FilterError>(&filter))
                return Error {.message = wrong->sentence, .line = 0, .column = int(at + wrong->position) + 1};
            m_next = m_words.size();
        }
        if (!atEnd())
            return unexpected({QStringLiteral("of"), QStringLiteral("delivered"), QStringLiteral("where")},
                              text(QT_TRANSLATE_NOOP("wiretale::Moment",
                                                     "\"of\" and a client, \"delivered\", or \"where\" and a "
                                                     "filter")));
        return moment;
    }

    // What follows the first word of two is looked for among the words that may follow it.
    Error unknownChoice()
    {
        QStringList seconds;
        for (const ChoiceName &each : ChoiceNames) {
            const QStringList words = QString::fromLatin1(each.words).split(u' ');
            if (words.size() == 2 && words.front() == word())
                seconds << words.back();
        }
        if (!seconds.isEmpty()) {
            ++m_next;
            return unexpected(seconds, seconds.join(QStringLiteral(", ")));
        }
        QStringList known {QStringLiteral("start"), QStringLiteral("at"), QStringLiteral("after"),
                           QStringLiteral("event")};
        for (const char *ordinal : Ordinals)
            known << QString::fromLatin1(ordinal);
        for (const ChoiceName &each : ChoiceNames)
            known << QString::fromLatin1(each.words).split(u' ');
        return unexpected(known,
                          text(QT_TRANSLATE_NOOP("wiretale::Moment",
                                                 "a moment such as \"at 3s\", \"second request\" or "
                                                 "\"event 3 published\"")));
    }

    std::optional<MessageChoice> readChoice()
    {
        for (const ChoiceName &each : ChoiceNames) {
            const QStringList words = QString::fromLatin1(each.words).split(u' ');
            bool matches = m_next + size_t(words.size()) <= m_words.size();
            for (qsizetype i = 0; matches && i < words.size(); ++i)
                matches = m_words[m_next + size_t(i)].text == words.at(i);
            if (matches) {
                m_next += size_t(words.size());
                return each.choice;
            }
        }
        return std::nullopt;
    }

    static std::optional<int> ordinalOf(const QString &word)
    {
        for (size_t i = 0; i < Ordinals.size(); ++i) {
            if (word == QLatin1StringView(Ordinals[i]))
                return int(i) + 1;
        }
        static const QRegularExpression Figures(QStringLiteral("^([1-9]\\d{0,5})(st|nd|rd|th)$"));
        const QRegularExpressionMatch match = Figures.match(word);
        return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
    }

    QString m_all;
    std::vector<Word> m_words;
    size_t m_next = 0;
};

bool isFrame(const Record &record, FrameOpcode opcode) noexcept
{
    return record.kind == MessageKind::Frame && record.code == quint16(opcode);
}

} // namespace

Result<Moment> momentFromText(const QString &words)
{
    return MomentReader(words).read();
}

bool isOfChoice(const Record &record, MessageChoice choice) noexcept
{
    switch (choice) {
    case MessageChoice::Any:
        return true;
    case MessageChoice::Opening:
        return record.kind == MessageKind::Open;
    case MessageChoice::Closing:
        return record.kind == MessageKind::Close;
    case MessageChoice::Request:
        return record.kind == MessageKind::Request;
    case MessageChoice::Response:
        return record.kind == MessageKind::Response;
    case MessageChoice::EmptyResponse:
        return record.isEmptyResponse();
    case MessageChoice::ErrorResponse:
        return record.kind == MessageKind::Response && record.code >= 400;
    case MessageChoice::HeldRequest:
        return record.kind == MessageKind::Request && record.technique == Technique::LongPolling;
    case MessageChoice::Portion:
        return record.kind == MessageKind::Chunk;
    case MessageChoice::PushedEvent:
        return record.direction == Direction::ServerToClient
            && (record.kind == MessageKind::Event
                || (record.kind == MessageKind::Frame && record.eventCount > 0));
    case MessageChoice::Heartbeat:
        return record.kind == MessageKind::Heartbeat
            || (record.direction == Direction::ServerToClient && isFrame(record, FrameOpcode::Ping));
    case MessageChoice::Handshake:
        return record.has(RecordFlag::Handshake);
    case MessageChoice::Frame:
        return record.kind == MessageKind::Frame;
    case MessageChoice::TextFrame:
        return isFrame(record, FrameOpcode::Text);
    case MessageChoice::Ping:
        return isFrame(record, FrameOpcode::Ping);
    case MessageChoice::Pong:
        return isFrame(record, FrameOpcode::Pong);
    case MessageChoice::CloseFrame:
        return isFrame(record, FrameOpcode::Close);
    case MessageChoice::Fault:
        return record.kind == MessageKind::Fault;
    case MessageChoice::Gap:
        return record.has(RecordFlag::Gap);
    case MessageChoice::LostMessage:
        break;
    }
    return false;
}

} // namespace wiretale
