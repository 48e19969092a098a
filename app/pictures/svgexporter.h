// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QByteArray;
class QString;

namespace wiretale {

class DiagramPages;
class TrafficLog;
struct ExportChoice;

/// The sequence diagram as a picture that scales, its text as text. A long one goes on in further files, see
/// partPath().
Result<void> writeSvg(const TrafficLog &log, const QString &path, const ExportChoice &choice);

/// One page as an SVG document (UTF-8).
[[nodiscard]] QByteArray svgOf(const DiagramPages &pages, int page);

} // namespace wiretale
