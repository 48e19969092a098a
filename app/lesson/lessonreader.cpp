// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonreader.h"

#include "app/lesson/lessonfigures.h"
#include "app/lesson/lessonparts.h"
#include "common/quantities.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <limits>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::LessonReader", sentence);
}

const QString IdPattern = QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$");

Result<QString> idFromText(const QString &words)
{
    static const QRegularExpression Pattern(IdPattern);
    if (!Pattern.match(words).hasMatch() || words.size() > 60)
        return Error {
            text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                   "A name is made of small letters, digits and single hyphens, as in "
                                   "\"long-polling\"."))};
    return words;
}

QString idFromFile(const QString &name)
{
    static const QRegularExpression Foreign(QStringLiteral("[^a-z0-9]+"));
    QString id = QFileInfo(name).fileName().toLower().section(u'.', 0, 0);
    id.replace(Foreign, QStringLiteral("-"));
    while (id.startsWith(u'-'))
        id.remove(0, 1);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? QStringLiteral("lesson") : id;
}

Settings lessonDefaults()
{
    Settings settings;
    settings.link = {.latency = 40ms, .bitsPerSecond = 50'000'000};
    settings.publish.kind = PublishPlan::Kind::ByHand;
    settings.clients.fill(false);
    return settings;
}

// Reads one document. Each function reads one part; what is wrong is in the fault list.
class Reader
{
public:
    Lesson read(const YAML::Node &root, const QString &name)
    {
        QStringList known {QStringLiteral("id"),        QStringLiteral("title"),   QStringLiteral("summary"),
                           QStringLiteral("level"),     QStringLiteral("minutes"), QStringLiteral("order"),
                           QStringLiteral("seed"),      QStringLiteral("script"),  QStringLiteral("chapters"),
                           QStringLiteral("questions"), QStringLiteral("myths"),   QStringLiteral("end"),
                           QStringLiteral("closing")};
        known << LessonParts::settingWords();
        const YamlMap map(m_faults, root, text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "the lesson")),
                          known);
        Lesson lesson;
        lesson.id = idFromFile(name);
        lesson.settings = lessonDefaults();
        if (!map.isMap())
            return lesson;
        readHead(map, lesson);
        m_parts.readSettings(map, lesson.settings);
        lesson.settings.link.seed = lesson.seed;
        m_parts.readScript(map, lesson.script);
        if (map.need("chapters"))
            readChapters(map, lesson);
        map.readList("questions", [&](const YAML::Node &node) { readQuestion(node, lesson); });
        map.readList("myths", [&](const YAML::Node &node) { readMyth(node, lesson); });
        if (map.has("end"))
            m_parts.readMoment(map, "end", lesson.end.emplace(), false);
        readFiguredText(map, "closing", lesson.closing);
        return lesson;
    }

    [[nodiscard]] FaultList &faults() { return m_faults; }

private:
    void readHead(const YamlMap &map, Lesson &lesson) const
    {
        map.read("id", lesson.id, idFromText);
        map.need("title");
        map.readLocalized("title", lesson.title);
        map.readLocalized("summary", lesson.summary);
        map.readChoice(
            "level", lesson.level,
            {QStringLiteral("beginner"), QStringLiteral("intermediate"), QStringLiteral("advanced")});
        map.readInt("minutes", lesson.minutes, 1, 600);
        map.readInt("order", lesson.order, 1, Lesson::LastOrder);
        int seed = 1;
        map.readInt("seed", seed, 0, std::numeric_limits<int>::max());
        lesson.seed = quint32(seed);
    }

    void readFiguredText(const YamlMap &map, const char *key, LocalizedText &into) const
    {
        map.readLocalized(key, into);
        for (const QString &language : into.languages()) {
            if (const QString unknown = unknownFigure(into.in(language), m_parts.clients());
                !unknown.isEmpty()) {
                map.faults().add(map.at(key), unknown);
                return;
            }
        }
    }

    void readChapters(const YamlMap &map, Lesson &lesson)
    {
        map.readList("chapters", [&](const YAML::Node &node) { readChapter(node, lesson); });
        const YAML::Node node = map.at("chapters");
        if (node.IsSequence() && node.size() == 0)
            m_faults.add(
                node,
                text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "A lesson needs at least one chapter.")));
    }

    void readChapter(const YAML::Node &node, Lesson &lesson)
    {
        const YamlMap map(m_faults, node, text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a chapter")),
                          {QStringLiteral("id"), QStringLiteral("when"), QStringLiteral("title"),
                           QStringLiteral("text"), QStringLiteral("show"), QStringLiteral("pause")});
        LessonChapter chapter;
        if (map.need("when"))
            m_parts.readMoment(map, "when", chapter.moment, true);
        if (map.need("title"))
            map.readLocalized("title", chapter.title);
        readFiguredText(map, "text", chapter.text);
        if (map.has("show")) {
            m_parts.readMoment(map, "show", chapter.show.emplace(), false);
            const Moment::Kind kind = chapter.show->kind;
            if (kind != Moment::Kind::Message && kind != Moment::Kind::EventMessage)
                m_faults.add(map.at("show"),
                             text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                                    "\"show\" names a message, such as \"first request\".")));
        }
        map.readBool("pause", chapter.pauses);
        QString id;
        if (map.has("id"))
            map.read("id", id, idFromText);
        lesson.chapters << chapter;
    }

    void readQuestion(const YAML::Node &node, Lesson &lesson)
    {
        const YamlMap map(m_faults, node, text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a question")),
                          {QStringLiteral("id"), QStringLiteral("when"), QStringLiteral("ask"),
                           QStringLiteral("choose"), QStringLiteral("answers"), QStringLiteral("guess"),
                           QStringLiteral("because")});
        LessonQuestion question;
        question.id = QStringLiteral("question-%1").arg(lesson.questions.size() + 1);
        map.read("id", question.id, idFromText);
        if (map.isMap() && std::ranges::count(lesson.questions, question.id, &LessonQuestion::id) > 0)
            m_faults.add(map.has("id") ? map.at("id") : node,
                         text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                                "Another question is named \"%1\" already; rename one."))
                             .arg(question.id));
        if (map.need("when"))
            m_parts.readMoment(map, "when", question.moment, false);
        if (map.need("ask"))
            readFiguredText(map, "ask", question.ask);
        readFiguredText(map, "because", question.because);
        if (map.isMap() && map.has("guess") == map.has("answers"))
            m_faults.add(node,
                         text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                                "A question needs either \"answers\" to choose from or "
                                                "something to \"guess\".")));
        else if (map.has("guess"))
            readGuess(map, question);
        else if (map.has("answers"))
            readAnswers(map, question);
        lesson.questions << question;
    }

    void readGuess(const YamlMap &map, LessonQuestion &question)
    {
        question.kind = LessonQuestion::Kind::Guess;
        const YamlMap guess(m_faults, map.at("guess"),
                            text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a guess")),
                            {QStringLiteral("right"), QStringLiteral("within"), QStringLiteral("unit")});
        if (guess.need("right"))
            guess.read("right", question.truth,
                       [this](const QString &words) -> Result<LessonQuestion::Truth> {
                           bool isNumber = false;
                           const double number = words.toDouble(&isNumber);
                           if (isNumber)
                               return LessonQuestion::Truth(number);
                           if (const QString unknown = unknownFigureName(words, m_parts.clients());
                               !unknown.isEmpty())
                               return Error {unknown};
                           return LessonQuestion::Truth(words);
                       });
        guess.readNumber("within", question.within, 0, 1e15);
        guess.readLocalized("unit", question.unit);
    }

    void readAnswers(const YamlMap &map, LessonQuestion &question)
    {
        int choose = 0;
        map.readChoice("choose", choose, {QStringLiteral("one"), QStringLiteral("several")});
        question.kind = choose == 1 ? LessonQuestion::Kind::ChooseSeveral : LessonQuestion::Kind::ChooseOne;
        map.readList("answers", [&](const YAML::Node &node) {
            const YamlMap each(m_faults, node, text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "an answer")),
                               {QStringLiteral("text"), QStringLiteral("right"), QStringLiteral("because")});
            LessonAnswer answer;
            if (each.need("text"))
                each.readLocalized("text", answer.text);
            readFiguredText(each, "because", answer.because);
            each.readBool("right", answer.right);
            question.answers << answer;
        });
        const YAML::Node node = map.at("answers");
        const auto right = std::ranges::count(question.answers, true, &LessonAnswer::right);
        if (node.IsSequence() && node.size() < 2)
            m_faults.add(
                node,
                text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "A question needs at least two answers.")));
        else if (node.IsSequence() && question.kind == LessonQuestion::Kind::ChooseOne && right != 1)
            m_faults.add(node,
                         text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                                "Exactly one answer has to be right, unless several "
                                                "are to be chosen.")));
    }

    void readMyth(const YAML::Node &node, Lesson &lesson)
    {
        const YamlMap map(m_faults, node, text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a myth")),
                          {QStringLiteral("claim"), QStringLiteral("verdict"), QStringLiteral("because"),
                           QStringLiteral("try")});
        LessonMyth myth;
        if (map.need("claim"))
            map.readLocalized("claim", myth.claim);
        if (map.need("verdict"))
            map.readChoice("verdict", myth.verdict,
                           {QStringLiteral("wrong"), QStringLiteral("partly"), QStringLiteral("right")});
        if (map.need("because"))
            map.readLocalized("because", myth.because);
        if (map.has("try")) {
            QStringList known = LessonParts::settingWords();
            known << QStringLiteral("script") << QStringLiteral("for");
            const YamlMap attempt(m_faults, map.at("try"),
                                  text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "the experiment")), known);
            LessonParts parts(m_faults);
            myth.settings = lessonDefaults();
            myth.length = 20s;
            if (attempt.isMap()) {
                parts.readSettings(attempt, myth.settings);
                parts.readScript(attempt, myth.script);
                attempt.read("for", myth.length, durationFromText);
            }
        }
        lesson.myths << myth;
    }

    FaultList m_faults;
    LessonParts m_parts {m_faults};
};

// Where text stops being text, as line and column; none when it is all UTF-8 without control characters.
std::optional<Error> notText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    int line = 1;
    qsizetype start = 0;
    while (start <= bytes.size()) {
        qsizetype end = bytes.indexOf('\n', start);
        end = end < 0 ? bytes.size() : end;
        const QByteArrayView row = QByteArrayView(bytes).sliced(start, end - start);
        const QString decoded = decoder.decode(row);
        const auto isControl = [](QChar each) {
            return each == QChar::ReplacementCharacter
                || (each.unicode() < 32 && each != u'\t' && each != u'\r');
        };
        const auto found = std::ranges::find_if(decoded, isControl);
        if (decoder.hasError() || found != decoded.end())
            return Error {.message = text(QT_TRANSLATE_NOOP(
                              "wiretale::LessonReader",
                              "This is not text in UTF-8; save the lesson as UTF-8 in an editor.")),
                          .line = line,
                          .column = int(found - decoded.begin()) + 1};
        ++line;
        start = end + 1;
    }
    return std::nullopt;
}

// yaml-cpp's messages are English, and few; what they come to in plain words.
QString syntaxFault(const YAML::Exception &exception, const QByteArray &bytes)
{
    const QString what = QString::fromStdString(exception.msg);
    const QByteArray line
        = exception.mark.is_null() ? QByteArray() : bytes.split('\n').value(exception.mark.line);
    if (line.trimmed().isEmpty() ? line.contains('\t')
                                 : line.left(line.indexOf(line.trimmed())).contains('\t'))
        return text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                      "YAML is indented by spaces; there is a tab here. Replace it."));
    if (what.contains(QStringLiteral("anchor")) || what.contains(QStringLiteral("alias")))
        return text(
            QT_TRANSLATE_NOOP("wiretale::LessonReader",
                              "An anchor (&name) or its use (*name) is wrong here; write the text out."));
    if (what.contains(QStringLiteral("depth")))
        return text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                      "The file is nested deeper than any lesson; see the brackets."));
    if (what.contains(QStringLiteral("end of")))
        return text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                      "Something that began earlier has no end here; look for an open quote "
                                      "or bracket, or a wrong indentation."));
    return text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                  "From here on this is no YAML; look at the indentation, at quotes, and at "
                                  "colons in a text (put such a text in quotes)."));
}

} // namespace

LessonReading readLesson(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > LongestLesson)
        return {.faults = {Error {.message = text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                                                    "The file is larger than 1 MiB; a lesson "
                                                                    "is a text of some pages.")),
                                  .line = 1,
                                  .column = 1}}};
    if (const std::optional<Error> fault = notText(bytes))
        return {.faults = {*fault}};
    try {
        const YAML::Node root = YAML::Load(bytes.toStdString());
        Reader reader;
        Lesson lesson = reader.read(root, name);
        if (!reader.faults().isEmpty())
            return {.faults = reader.faults().sorted()};
        lesson.source = {.name = QFileInfo(name).fileName(), .text = bytes};
        return {.lesson = std::move(lesson)};
    } catch (const YAML::Exception &exception) {
        const bool hasPlace = !exception.mark.is_null();
        return {.faults = {Error {.message = syntaxFault(exception, bytes),
                                  .line = hasPlace ? exception.mark.line + 1 : 1,
                                  .column = hasPlace ? exception.mark.column + 1 : 1}}};
    }
}

LessonReading readLessonFile(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return {.faults = {Error {.message = text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                                                    "The lesson cannot be opened (%1)."))
                                                 .arg(file.errorString())}}};
    // One byte more tells that it is too long.
    return readLesson(file.read(LongestLesson + 1), path);
}

QString faultLine(const QString &path, const Error &fault)
{
    if (fault.line == 0)
        return QStringLiteral("%1: %2").arg(path, fault.message);
    return QStringLiteral("%1:%2:%3: %4").arg(path).arg(fault.line).arg(fault.column).arg(fault.message);
}

} // namespace wiretale
