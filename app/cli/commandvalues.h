// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/linkprofile.h"
#include "app/wire/record.h"
#include "common/result.h"

#include <QString>

#include <array>

namespace wiretale {

/// The values of options; each Error says what would be right.
[[nodiscard]] Result<double> rateFromText(const QString &value);
[[nodiscard]] Result<quint32> numberFromText(const QString &name, const QString &value, quint32 largest);
[[nodiscard]] Result<LinkProfile> linkFromText(const QString &value);
[[nodiscard]] Result<std::array<bool, TechniqueCount>> clientsFromText(const QString &value);
[[nodiscard]] Result<bool> answersFromText(const QString &value);
/// "500MiB", "1GiB", "2GB", "1000000": bytes, at least a mebibyte.
[[nodiscard]] Result<qint64> sizeFromText(const QString &value);

} // namespace wiretale
