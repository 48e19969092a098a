// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>

namespace wiretale {

/// A text in the languages in which its author wrote it.
class LocalizedText
{
public:
    LocalizedText() = default;

    /// `language`: "en", "ru"; empty for a text that names none, which serves in every language.
    void add(const QString &language, const QString &text) { m_texts.insert(language, text); }

    [[nodiscard]] bool isEmpty() const { return m_texts.isEmpty(); }
    /// In this language ("ru" or "ru_RU"), else in English, else in the first that there is.
    [[nodiscard]] QString in(const QString &language) const
    {
        for (const QString &wanted :
             {language, language.section(u'_', 0, 0), QStringLiteral("en"), QString()}) {
            if (const auto found = m_texts.constFind(wanted); found != m_texts.cend())
                return *found;
        }
        return m_texts.isEmpty() ? QString() : m_texts.first();
    }
    [[nodiscard]] QStringList languages() const { return m_texts.keys(); }

    friend bool operator==(const LocalizedText &, const LocalizedText &) = default;

private:
    QMap<QString, QString> m_texts;
};

} // namespace wiretale
