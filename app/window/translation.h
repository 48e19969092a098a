// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTranslator>

namespace wiretale {

/// The language that the program speaks: our own texts, Qt's, and how numbers are written. Can be changed
/// while the program runs; widgets hear of it by QEvent::LanguageChange.
class Translation : public QObject
{
    Q_OBJECT

public:
    explicit Translation(QObject *parent = nullptr);
    ~Translation() override;

    /// "en", "ru", or empty for the system's; what is none of these is taken as the system's.
    void setLanguage(const QString &language);
    /// As it was asked for.
    [[nodiscard]] const QString &language() const noexcept { return m_language; }
    /// "en" or "ru": what is spoken.
    [[nodiscard]] const QString &spoken() const noexcept { return m_spoken; }

private:
    QTranslator m_ours;
    QTranslator m_qts;
    QString m_language;
    QString m_spoken;
};

/// Which of our languages people with these preferences (as QLocale::uiLanguages() lists them) read best.
[[nodiscard]] QString bestLanguage(const QStringList &preferences);

} // namespace wiretale
