// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/explanation.h"

#include <QString>

#include <vector>

namespace wiretale {

/// An explanation while it is written, sentence by sentence.
class ExplanationDraft
{
public:
    ExplanationDraft(QString title, QString specification = {});

    void say(const QString &sentence);
    void cite(const QString &specification) { m_explanation.specification = specification; }
    [[nodiscard]] const Explanation &explanation() const noexcept { return m_explanation; }

private:
    Explanation m_explanation;
};

/// Translates a text marked with QT_TRANSLATE_NOOP("wiretale::Explanation", ...).
[[nodiscard]] QString worded(const char *text);
/// The same for one marked with QT_TRANSLATE_N_NOOP, `count` being its %n.
[[nodiscard]] QString worded(const char *text, qint64 count);

/// "350 ms", "1.25 s": three digits, so that a sentence stays readable.
[[nodiscard]] QString spanWord(qint64 ns);
/// "163 bytes"
[[nodiscard]] QString bytesWord(qint64 count);
/// "4", "4–9", "4, 6, 9", "4, 6, 9, 11, 12, …"
[[nodiscard]] QString idsWord(const std::vector<qint64> &ids);
/// A number with the separators of the language.
[[nodiscard]] QString numberWord(qint64 number);

} // namespace wiretale
