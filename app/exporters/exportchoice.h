// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/recordselection.h"

#include <QFlags>

namespace wiretale {

/// Ways of writing that not everybody wants; off unless asked for. A format names those that it knows.
enum class ExportOption : quint8
{
    Excel = 1 << 0, ///< semicolons between the columns and a byte order mark: Excel in Russian wants both
    Sanitised = 1 << 1, ///< without cookies and authorization
};
Q_DECLARE_FLAGS(ExportOptions, ExportOption)
Q_DECLARE_OPERATORS_FOR_FLAGS(ExportOptions)

/// What of a log is written, and how. A value that threads may share.
struct ExportChoice
{
    RecordSelection records {};
    ExportOptions options {};
};

} // namespace wiretale
