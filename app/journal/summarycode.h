// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>

namespace wiretale {

/// Sets the code and the flags that can be told from what summaryOf() says of a record.
void applySummary(Record &record, const QString &summary);

} // namespace wiretale
