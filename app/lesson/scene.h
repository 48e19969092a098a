// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/settings.h"

#include <QList>
#include <QString>

#include <optional>

namespace wiretale {

/// A named set of settings to begin with.
struct Scene
{
    QString id; ///< "compare"; valid for ever on the command line
    QString title; ///< translated
    QString summary;
    Settings settings;
};

/// The scenes that are built in, in the language of the moment, in the order of a lesson.
[[nodiscard]] QList<Scene> scenes();
[[nodiscard]] std::optional<Scene> sceneOf(const QString &id);

} // namespace wiretale
