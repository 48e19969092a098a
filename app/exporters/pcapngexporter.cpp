// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/pcapngexporter.h"

#include "app/journal/trafficlog.h"

namespace wiretale {

Result<void> writePcapng(const TrafficLog &log, const QString &path)
{
    return log.saveCapture(path);
}

} // namespace wiretale
