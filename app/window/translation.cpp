// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace wiretale {

namespace {

const QString &english()
{
    static const QString code = QStringLiteral("en");
    return code;
}

bool isKnown(const QString &language)
{
    return language == english() || language == u"ru";
}

} // namespace

QString bestLanguage(const QStringList &preferences)
{
    for (const QString &preference : preferences) {
        QString code = preference.section(u'-', 0, 0).section(u'_', 0, 0);
        if (isKnown(code))
            return code;
    }
    return english();
}

Translation::Translation(QObject *parent)
    : QObject(parent)
{
}

Translation::~Translation()
{
    // Quietly: no widget is to translate itself while the program ends.
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

void Translation::setLanguage(const QString &language)
{
    m_language = isKnown(language) ? language : QString();
    m_spoken = m_language.isEmpty() ? bestLanguage(QLocale::system().uiLanguages()) : m_language;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    // Numbers follow the system where it speaks the same language (a comma in Russia, not in the USA).
    const QLocale system = QLocale::system();
    QLocale::setDefault(bestLanguage({system.name()}) == m_spoken ? system : QLocale(m_spoken));
    if (m_qts.load(QStringLiteral("qtbase_") + m_spoken, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(QStringLiteral(":/i18n/wiretale_") + m_spoken))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace wiretale
