// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/fielddissector.h"

#include <QString>

namespace wiretale {

/// The line for a POSIX shell that makes curl send the same request again; `request` is the whole request as
/// it stood on the wire and `fields` its bytes named. Empty when it is no request.
[[nodiscard]] QString curlCommand(QByteArrayView request, const MessageFields &fields);

} // namespace wiretale
