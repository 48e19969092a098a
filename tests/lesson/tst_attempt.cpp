// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/attempt.h"

#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

namespace {

LessonAttempt anna()
{
    return {.student = QStringLiteral("Анна, 9\"Б\""),
            .lessonId = QStringLiteral("http"),
            .lessonTitle = QStringLiteral("One request, one answer"),
            .saved = QDateTime::fromString(QStringLiteral("2026-11-21T03:04:05Z"), Qt::ISODate),
            .predictions = {{QStringLiteral("which"), {.chosen = {0, 2}}, Mark::Right},
                            {QStringLiteral("how-many"), {.guess = 12.5}, Mark::Wrong},
                            {QStringLiteral("left-out"), {}, Mark::Unanswered}}};
}

} // namespace

class TestAttempt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsFile();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void gradesAClass();
    void marksAnswers_data();
    void marksAnswers();
};

void TestAttempt::comesBackFromItsFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("anna.attempt.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toJson(anna(), nullptr));
    file.close();
    const Result<LessonAttempt> read = attemptFromFile(file.fileName());
    QVERIFY(read);
    QVERIFY(*read == anna());
    QCOMPARE(read->right(), 1);
}

void TestAttempt::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("no JSON");
    QTest::newRow("cut short") << toJson(anna(), nullptr).left(100) << QStringLiteral("no JSON");
    QTest::newRow("other JSON") << QByteArray("[1, 2]") << QStringLiteral("no attempt");
    QTest::newRow("another version") << QByteArray("{\"wiretale-attempt\": 9}")
                                     << QStringLiteral("no attempt");
    QTest::newRow("of no lesson") << QByteArray("{\"wiretale-attempt\": 1}") << QStringLiteral("lesson");
    QTest::newRow("a mark that is none")
        << toJson(anna(), nullptr).replace("\"right\"", "\"perfect\"") << QStringLiteral("prediction");
}

void TestAttempt::refusesWhatIsNone()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, named);
    const Result<LessonAttempt> read = attemptFromJson(json);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
    QVERIFY(!attemptFromFile(QStringLiteral("/nowhere/at/all")));
}

void TestAttempt::gradesAClass()
{
    LessonAttempt boris = anna();
    boris.student = QStringLiteral("=2+2");
    boris.lessonId = QStringLiteral("websocket");
    boris.predictions = {{QStringLiteral("which"), {.chosen = {1}}, Mark::Wrong}};
    const QList<QByteArray> lines = scoresCsv({anna(), boris}).split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0),
             QByteArray("student,lesson,saved,right,questions,http/which,http/how-many,http/left-out,"
                        "websocket/which\r"));
    QCOMPARE(QString::fromUtf8(lines.at(1)),
             QStringLiteral("\"Анна, 9\"\"Б\"\"\",http,2026-11-21T03:04:05Z,1,3,1,0,,\r"));
    QCOMPARE(lines.at(2), QByteArray("'=2+2,websocket,2026-11-21T03:04:05Z,0,1,,,,0\r"));
}

void TestAttempt::marksAnswers_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<int>>("chosen");
    QTest::addColumn<double>("guess");
    QTest::addColumn<bool>("isOver");
    QTest::addColumn<int>("mark");
    const auto one = int(LessonQuestion::Kind::ChooseOne);
    const auto several = int(LessonQuestion::Kind::ChooseSeveral);
    const auto guess = int(LessonQuestion::Kind::Guess);
    QTest::newRow("the right one") << one << QList<int> {1} << 0.0 << false << int(Mark::Right);
    QTest::newRow("another one") << one << QList<int> {0} << 0.0 << false << int(Mark::Wrong);
    QTest::newRow("all of several") << several << QList<int> {1} << 0.0 << false << int(Mark::Right);
    QTest::newRow("one too many") << several << QList<int> {0, 1} << 0.0 << false << int(Mark::Wrong);
    QTest::newRow("none of several") << several << QList<int> {} << 0.0 << false << int(Mark::Wrong);
    QTest::newRow("a guess before the end") << guess << QList<int> {} << 7.0 << false << int(Mark::Pending);
    QTest::newRow("near enough") << guess << QList<int> {} << 7.0 << true << int(Mark::Right);
    QTest::newRow("too far") << guess << QList<int> {} << 8.0 << true << int(Mark::Wrong);
}

void TestAttempt::marksAnswers()
{
    QFETCH(const int, kind);
    QFETCH(const QList<int>, chosen);
    QFETCH(const double, guess);
    QFETCH(const bool, isOver);
    QFETCH(const int, mark);
    LessonQuestion question;
    question.kind = LessonQuestion::Kind(kind);
    question.answers = {LessonAnswer {}, LessonAnswer {.text = {}, .because = {}, .right = true}};
    question.truth = QStringLiteral("ajax-polling.requests");
    question.within = 2;
    Scorecard scorecard;
    scorecard.techniques[size_t(Technique::AjaxPolling)].requests = 5;
    GivenAnswer given {.chosen = chosen};
    if (question.kind == LessonQuestion::Kind::Guess)
        given.guess = guess;
    QCOMPARE(int(markOf(question, given, isOver ? &scorecard : nullptr)), mark);
    QCOMPARE(markOf(question, std::nullopt, nullptr), Mark::Unanswered);
}

QTEST_GUILESS_MAIN(TestAttempt)
#include "tst_attempt.moc"
