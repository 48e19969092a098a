// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/timemap.h"
#include "app/lesson/settings.h"

#include <QByteArray>
#include <QString>

class QSettings;

namespace wiretale {

struct CommandLine;

/// What the window remembers from one start of the program to the next.
struct WindowSettings
{
    QByteArray geometry;
    QByteArray layout; ///< docks and toolbars, as QMainWindow::saveState() has it
    QString language; ///< "en", "ru", or empty: the system's
    double textScale = 1.0;
    TimeMode timeMode = TimeMode::Folded; ///< how the diagram draws time
    Settings settings; ///< as they stood when no lesson was on

    friend bool operator==(const WindowSettings &, const WindowSettings &) = default;
};

/// What a first start begins with: all four side by side, in slow motion.
[[nodiscard]] WindowSettings firstWindowSettings();

/// What was never saved, or does not make sense, is as in firstWindowSettings().
[[nodiscard]] WindowSettings loadWindowSettings(const QSettings &store);
/// What was saved, but for what the command line asks for.
[[nodiscard]] WindowSettings windowSettingsFor(const CommandLine &options, const QSettings &store);
void saveWindowSettings(QSettings &store, const WindowSettings &settings);

} // namespace wiretale
