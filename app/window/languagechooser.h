// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QActionGroup;

namespace wiretale {

class Translation;

/// The languages as actions: the system's, English, Russian. The latter two are named in themselves.
class LanguageChooser : public QObject
{
    Q_OBJECT

public:
    explicit LanguageChooser(Translation &translation, QObject *parent = nullptr);

    [[nodiscard]] QList<QAction *> actions() const;
    void retranslate();

private:
    Translation &m_translation;
    QActionGroup *m_actions;
};

} // namespace wiretale
