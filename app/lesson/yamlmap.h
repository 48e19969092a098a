// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/localizedtext.h"
#include "common/result.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <yaml-cpp/yaml.h>

namespace wiretale {

/// The faults found in a file, in the order of their places; as many as people will read.
class FaultList
{
public:
    static constexpr qsizetype MostFaults = 100;

    /// The place is the node's; one that is not in the file has none.
    void add(const YAML::Node &node, const QString &sentence);
    /// `offset`: characters into the node's text, where it stands on one line.
    void addWithin(const YAML::Node &node, int offset, const QString &sentence);
    void add(const Error &fault);

    [[nodiscard]] bool isEmpty() const { return m_faults.isEmpty(); }
    [[nodiscard]] QList<Error> sorted() const;

private:
    QList<Error> m_faults;
};

/// Reads one map of a YAML file: every word in it must be known, every value of the right type. What is wrong
/// goes to the fault list, with its place, what was expected and the nearest right word; the value keeps what
/// it had.
class YamlMap
{
public:
    /// `what` is what the map describes, as a person calls it: "a client". Not a map: a fault, and nothing is
    /// found in it.
    YamlMap(FaultList &faults, const YAML::Node &node, const QString &what, const QStringList &known);

    [[nodiscard]] bool isMap() const noexcept { return m_isMap; }
    [[nodiscard]] bool has(const char *key) const;
    [[nodiscard]] YAML::Node at(const char *key) const;
    [[nodiscard]] const YAML::Node &node() const noexcept { return m_node; }
    [[nodiscard]] FaultList &faults() const noexcept { return m_faults; }
    /// A fault when the word is missing.
    bool need(const char *key) const;

    /// Reads a scalar by `parse`, which takes the text and answers a Result.
    template <typename T, typename Parse>
    void read(const char *key, T &into, Parse parse) const
    {
        QString text;
        if (!scalar(key, text))
            return;
        auto result = parse(text);
        if (result)
            into = std::move(result.value());
        else
            addFault(key, result.error());
    }

    void readText(const char *key, QString &into) const;
    void readLocalized(const char *key, LocalizedText &into) const;
    void readBool(const char *key, bool &into) const;
    void readInt(const char *key, int &into, int least, int most) const;
    void readNumber(const char *key, double &into, double least, double most) const;
    /// Calls `visit` for each entry of a list.
    void readList(const char *key, const std::function<void(const YAML::Node &)> &visit) const;
    /// The index of the word among `words`.
    template <typename Enum>
    void readChoice(const char *key, Enum &into, const QStringList &words) const
    {
        if (const int index = choice(key, words); index >= 0)
            into = Enum(index);
    }

private:
    void checkKeys(const QString &what, const QStringList &known);
    bool scalar(const char *key, QString &into) const;
    int choice(const char *key, const QStringList &words) const;
    void addFault(const char *key, const Error &error) const;

    FaultList &m_faults;
    const YAML::Node m_node; // const: looking for a word must not make it
    bool m_isMap = false;
};

/// "yes", "no", "3s": the text of a scalar; null when the node is none.
[[nodiscard]] QString scalarText(const YAML::Node &node);
/// The sentence for a word that is not known, with the nearest that is.
[[nodiscard]] QString unknownWord(const QString &word, const QStringList &known);

} // namespace wiretale
