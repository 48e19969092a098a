// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/settings.h"

#include <QJsonObject>

#include <optional>

namespace wiretale {

/// All of the settings as captures keep them. The words stand in files, and never change.
[[nodiscard]] QJsonObject toJson(const Settings &settings);
/// What is missing is as in Settings {}. Nothing when a value is of the wrong kind or out of its range.
[[nodiscard]] std::optional<Settings> settingsFromJson(const QJsonObject &object);

} // namespace wiretale
