// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/languagechooser.h"

#include "app/window/translation.h"

#include <QActionGroup>

namespace wiretale {

LanguageChooser::LanguageChooser(Translation &translation, QObject *parent)
    : QObject(parent)
    , m_translation(translation)
    , m_actions(new QActionGroup(this))
{
    const QList<std::pair<QString, QString>> languages {{QString(), QString()},
                                                        {QStringLiteral("en"), QStringLiteral("English")},
                                                        {QStringLiteral("ru"), QStringLiteral("Русский")}};
    for (const auto &[code, name] : languages) {
        QAction *action = m_actions->addAction(name);
        action->setCheckable(true);
        action->setData(code);
        connect(action, &QAction::triggered, this, [this, code = code] { m_translation.setLanguage(code); });
    }
    retranslate();
}

QList<QAction *> LanguageChooser::actions() const
{
    return m_actions->actions();
}

void LanguageChooser::retranslate()
{
    //: The language that the system is set to
    m_actions->actions().constFirst()->setText(tr("&System"));
    for (QAction *action : m_actions->actions())
        action->setChecked(action->data().toString() == m_translation.language());
}

} // namespace wiretale
