// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/attempt.h"

#include "app/journal/trafficlog.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace wiretale {

namespace {

constexpr qint64 LongestAttempt = qint64(64) * 1024 * 1024;
constexpr quint32 MostMessages = 10'000;
constexpr int FormatVersion = 1;

const std::array<QString, 4> &markNames()
{
    static const std::array<QString, 4> Names {QStringLiteral("unanswered"), QStringLiteral("pending"),
                                               QStringLiteral("right"), QStringLiteral("wrong")};
    return Names;
}

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::LessonAttempt", sentence);
}

QJsonArray messagesOf(const TrafficLog &log)
{
    QJsonArray messages;
    const quint32 count = std::min(log.journal().size(), MostMessages);
    for (RecordNumber number = 1; number <= count; ++number) {
        const Record record = log.journal().at(number);
        QJsonObject message {{QStringLiteral("n"), qint64(number)},
                             {QStringLiteral("client"), log.journal().clientName(record.connection)},
                             {QStringLiteral("kind"), QString::fromLatin1(kindName(record.kind))},
                             {QStringLiteral("from"), QString::fromLatin1(senderName(record.direction))},
                             {QStringLiteral("departed_ns"), record.departedNs},
                             {QStringLiteral("wire_bytes"), qint64(record.wireBytes)},
                             {QStringLiteral("summary"), log.summary(number)}};
        message.insert(QStringLiteral("arrived_ns"),
                       record.arrivedNs == Record::NotArrived ? QJsonValue() : QJsonValue(record.arrivedNs));
        messages.append(message);
    }
    return messages;
}

Result<LessonAttempt::Prediction> predictionFrom(const QJsonObject &object)
{
    LessonAttempt::Prediction prediction {.question = object.value(u"question").toString()};
    const auto mark = std::ranges::find(markNames(), object.value(u"mark").toString());
    if (prediction.question.isEmpty() || mark == markNames().end())
        return Error {
            text(QT_TRANSLATE_NOOP("wiretale::LessonAttempt", "a prediction in it makes no sense"))};
    prediction.mark = Mark(mark - markNames().begin());
    const QJsonArray chosen = object.value(u"chosen").toArray();
    for (const auto &each : chosen)
        prediction.given.chosen << each.toInt();
    if (object.value(u"guess").isDouble())
        prediction.given.guess = object.value(u"guess").toDouble();
    return prediction;
}

QByteArray cell(QString value)
{
    static const QString FormulaStarts = QStringLiteral("=+-@\t\r");
    if (!value.isEmpty() && FormulaStarts.contains(value.front()))
        value.prepend(u'\'');
    const bool isQuoted = std::ranges::any_of(
        value, [](QChar each) { return each == u',' || each == u'"' || each == u'\n' || each == u'\r'; });
    if (isQuoted)
        value = u'"' + value.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return value.toUtf8();
}

} // namespace

int LessonAttempt::right() const
{
    return int(std::ranges::count(predictions, Mark::Right, &Prediction::mark));
}

QByteArray toJson(const LessonAttempt &attempt, const TrafficLog *log)
{
    QJsonArray predictions;
    for (const LessonAttempt::Prediction &each : attempt.predictions) {
        QJsonObject prediction {{QStringLiteral("question"), each.question},
                                {QStringLiteral("mark"), markNames().at(size_t(each.mark))}};
        QJsonArray chosen;
        for (const int index : each.given.chosen)
            chosen.append(index);
        if (!chosen.isEmpty())
            prediction.insert(QStringLiteral("chosen"), chosen);
        if (each.given.guess)
            prediction.insert(QStringLiteral("guess"), *each.given.guess);
        predictions.append(prediction);
    }
    QJsonObject root {{QStringLiteral("wiretale-attempt"), FormatVersion},
                      {QStringLiteral("student"), attempt.student},
                      {QStringLiteral("lesson"), attempt.lessonId},
                      {QStringLiteral("title"), attempt.lessonTitle},
                      {QStringLiteral("saved"), attempt.saved.toString(Qt::ISODate)},
                      {QStringLiteral("predictions"), predictions}};
    if (log != nullptr)
        root.insert(QStringLiteral("log"), messagesOf(*log));
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<LessonAttempt> attemptFromJson(const QByteArray &json)
{
    QJsonParseError wrong {};
    const QJsonObject root = QJsonDocument::fromJson(json, &wrong).object();
    if (wrong.error != QJsonParseError::NoError)
        return Error {text(QT_TRANSLATE_NOOP("wiretale::LessonAttempt", "it is no JSON from character %1 on"))
                          .arg(wrong.offset + 1)};
    if (root.value(u"wiretale-attempt").toInt() != FormatVersion)
        return Error {text(QT_TRANSLATE_NOOP("wiretale::LessonAttempt", "it is no attempt at a lesson"))};
    LessonAttempt attempt {.student = root.value(u"student").toString(),
                           .lessonId = root.value(u"lesson").toString(),
                           .lessonTitle = root.value(u"title").toString(),
                           .saved = QDateTime::fromString(root.value(u"saved").toString(), Qt::ISODate)};
    if (attempt.lessonId.isEmpty())
        return Error {text(QT_TRANSLATE_NOOP("wiretale::LessonAttempt", "it does not name its lesson"))};
    const QJsonArray predictions = root.value(u"predictions").toArray();
    for (const auto &each : predictions) {
        const Result<LessonAttempt::Prediction> prediction = predictionFrom(each.toObject());
        if (!prediction)
            return prediction.error();
        attempt.predictions << *prediction;
    }
    return attempt;
}

Result<LessonAttempt> attemptFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {text(QT_TRANSLATE_NOOP("wiretale::LessonAttempt", "%1 cannot be opened (%2)."))
                          .arg(path, file.errorString())};
    const auto notGraded = [&path](const QString &why) {
        return Error {
            text(QT_TRANSLATE_NOOP("wiretale::LessonAttempt", "%1 cannot be graded: %2.")).arg(path, why)};
    };
    if (file.size() > LongestAttempt)
        return notGraded(text(QT_TRANSLATE_NOOP("wiretale::LessonAttempt", "it is larger than 64 MiB")));
    Result<LessonAttempt> attempt = attemptFromJson(file.readAll());
    return attempt ? attempt : notGraded(attempt.error().message);
}

QByteArray scoresCsv(const QList<LessonAttempt> &attempts)
{
    // Columns in the order in which lessons and questions first appear.
    QStringList columns;
    const auto columnOf = [](const LessonAttempt &attempt, const LessonAttempt::Prediction &each) {
        return attempt.lessonId + u'/' + each.question;
    };
    for (const LessonAttempt &attempt : attempts) {
        for (const LessonAttempt::Prediction &each : attempt.predictions) {
            if (const QString column = columnOf(attempt, each); !columns.contains(column))
                columns << column;
        }
    }
    QByteArray csv = "student,lesson,saved,right,questions";
    for (const QString &column : std::as_const(columns))
        csv += ',' + cell(column);
    csv += "\r\n";
    for (const LessonAttempt &attempt : attempts) {
        csv += cell(attempt.student) + ',' + cell(attempt.lessonId) + ','
            + cell(attempt.saved.toString(Qt::ISODate)) + ',' + QByteArray::number(attempt.right()) + ','
            + QByteArray::number(attempt.predictions.size());
        for (const QString &column : std::as_const(columns)) {
            csv += ',';
            for (const LessonAttempt::Prediction &each : attempt.predictions) {
                if (columnOf(attempt, each) != column)
                    continue;
                if (each.mark == Mark::Right || each.mark == Mark::Wrong)
                    csv += each.mark == Mark::Right ? '1' : '0';
            }
        }
        csv += "\r\n";
    }
    return csv;
}

} // namespace wiretale
