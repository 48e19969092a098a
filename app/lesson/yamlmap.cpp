// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/yamlmap.h"

#include "common/nearestword.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <tuple>
#include <yaml-cpp/yaml.h>

namespace wiretale {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::LessonReader", sentence);
}

// What stands in a fault's sentence of what was written.
QString quoted(QString word)
{
    constexpr qsizetype Longest = 40;
    if (word.size() > Longest)
        word = word.left(Longest) + u'…';
    return word.simplified();
}

QString typeText(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Map:
        return text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a map (word: value)"));
    case YAML::NodeType::Sequence:
        return text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a list (- value)"));
    case YAML::NodeType::Scalar:
        return QStringLiteral("\"%1\"").arg(quoted(scalarText(node)));
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
        break;
    }
    return text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "nothing"));
}

QString expected(const QString &what, const YAML::Node &node)
{
    return text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "Expected %1 here, not %2."))
        .arg(what, typeText(node));
}

} // namespace

QString scalarText(const YAML::Node &node)
{
    return node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

QString unknownWord(const QString &word, const QStringList &known)
{
    const QString meant = nearestWord(word, known);
    if (!meant.isEmpty())
        return text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                      "\"%1\" is not known here; did you mean \"%2\"?"))
            .arg(quoted(word), meant);
    // A crowd's clients would make no sentence.
    constexpr qsizetype MostShown = 30;
    QString shown = known.first(std::min(known.size(), MostShown)).join(QStringLiteral(", "));
    if (known.size() > MostShown)
        shown += QStringLiteral(" \u2026");
    return text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "\"%1\" is not known here; there are %2."))
        .arg(quoted(word), shown);
}

void FaultList::add(const YAML::Node &node, const QString &sentence)
{
    addWithin(node, 0, sentence);
}

void FaultList::addWithin(const YAML::Node &node, int offset, const QString &sentence)
{
    const YAML::Mark mark = node.Mark();
    const bool isInFile = !mark.is_null();
    add(Error {.message = sentence,
               .line = isInFile ? mark.line + 1 : 1,
               .column = isInFile ? mark.column + 1 + offset : 1});
}

void FaultList::add(const Error &fault)
{
    if (m_faults.size() < MostFaults)
        m_faults.append(fault);
}

QList<Error> FaultList::sorted() const
{
    QList<Error> all = m_faults;
    std::ranges::stable_sort(all, {}, [](const Error &each) { return std::tuple(each.line, each.column); });
    return all;
}

YamlMap::YamlMap(FaultList &faults, const YAML::Node &node, const QString &what, const QStringList &known)
    : m_faults(faults)
    , m_node(node)
    , m_isMap(node.IsMap())
{
    if (m_isMap)
        checkKeys(what, known);
    else
        m_faults.add(node, expected(what, node));
}

void YamlMap::checkKeys(const QString &what, const QStringList &known)
{
    QStringList seen;
    for (const auto &entry : m_node) {
        if (!entry.first.IsScalar()) {
            m_faults.add(entry.first,
                         expected(text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a word")), entry.first));
            continue;
        }
        const QString key = scalarText(entry.first);
        if (!known.contains(key))
            m_faults.add(entry.first, unknownWord(key, known));
        else if (seen.contains(key))
            m_faults.add(
                entry.first,
                text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "\"%1\" stands twice in %2; take one away."))
                    .arg(key, what));
        seen << key;
    }
}

bool YamlMap::has(const char *key) const
{
    return m_isMap && m_node[key].IsDefined();
}

YAML::Node YamlMap::at(const char *key) const
{
    return m_node[key];
}

bool YamlMap::need(const char *key) const
{
    if (!m_isMap)
        return false;
    if (!has(key)) {
        m_faults.add(m_node,
                     text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "\"%1\" is missing here; add it."))
                         .arg(QString::fromLatin1(key)));
        return false;
    }
    return true;
}

bool YamlMap::scalar(const char *key, QString &into) const
{
    if (!has(key))
        return false;
    const YAML::Node node = at(key);
    if (!node.IsScalar()) {
        m_faults.add(node, expected(text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "one value")), node));
        return false;
    }
    into = scalarText(node);
    return true;
}

void YamlMap::addFault(const char *key, const Error &error) const
{
    m_faults.addWithin(at(key), error.column > 0 ? error.column - 1 : 0, error.message);
}

void YamlMap::readText(const char *key, QString &into) const
{
    scalar(key, into);
}

void YamlMap::readLocalized(const char *key, LocalizedText &into) const
{
    if (!has(key))
        return;
    const YAML::Node node = at(key);
    if (node.IsScalar()) {
        into.add({}, scalarText(node).trimmed());
        return;
    }
    const QString what
        = text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a text, or a text for each language (en: ...)"));
    if (!node.IsMap() || node.size() == 0) {
        m_faults.add(node, expected(what, node));
        return;
    }
    for (const auto &entry : node) {
        const QString language = scalarText(entry.first);
        const bool isCode = language.size() >= 2 && language.size() <= 5
            && std::ranges::all_of(language.left(2), [](QChar each) { return each >= u'a' && each <= u'z'; });
        if (!isCode)
            m_faults.add(entry.first,
                         expected(text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                                         "a language's code such as en or ru")),
                                  entry.first));
        else if (!entry.second.IsScalar())
            m_faults.add(entry.second,
                         expected(text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a text")), entry.second));
        else
            into.add(language, scalarText(entry.second).trimmed());
    }
}

void YamlMap::readBool(const char *key, bool &into) const
{
    QString value;
    if (!scalar(key, value))
        return;
    if (value == u"true" || value == u"yes")
        into = true;
    else if (value == u"false" || value == u"no")
        into = false;
    else
        m_faults.add(at(key),
                     expected(text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "true or false")), at(key)));
}

void YamlMap::readInt(const char *key, int &into, int least, int most) const
{
    QString value;
    if (!scalar(key, value))
        return;
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (isNumber && number >= least && number <= most) {
        into = number;
        return;
    }
    QString range = text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a whole number from %1 to %2"))
                        .arg(least)
                        .arg(most);
    if (most == std::numeric_limits<int>::max())
        range = text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a whole number from %1 on")).arg(least);
    m_faults.add(at(key), expected(range, at(key)));
}

void YamlMap::readNumber(const char *key, double &into, double least, double most) const
{
    QString value;
    if (!scalar(key, value))
        return;
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (isNumber && number >= least && number <= most) {
        into = number;
        return;
    }
    m_faults.add(
        at(key),
        expected(
            text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a number from %1 to %2")).arg(least).arg(most),
            at(key)));
}

void YamlMap::readList(const char *key, const std::function<void(const YAML::Node &)> &visit) const
{
    if (!has(key))
        return;
    const YAML::Node node = at(key);
    if (!node.IsSequence()) {
        m_faults.add(node,
                     expected(text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a list (- value)")), node));
        return;
    }
    for (const auto &entry : node)
        visit(entry);
}

int YamlMap::choice(const char *key, const QStringList &words) const
{
    QString value;
    if (!scalar(key, value))
        return -1;
    const qsizetype index = words.indexOf(value);
    if (index < 0)
        m_faults.add(at(key), unknownWord(value, words));
    return int(index);
}

} // namespace wiretale
