// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include <QString>

#include <cstdio>

namespace wiretale {

namespace {

void write(const QString &text, std::FILE *stream)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void printText(const QString &text)
{
    write(text, stdout);
}

void printLine(const QString &line)
{
    write(line + u'\n', stdout);
}

void printError(const QString &sentence)
{
    // A library's own sentence may have several lines; whoever reads standard error by line gets one.
    write(QStringLiteral("wiretale: ") + sentence.simplified() + u'\n', stderr);
}

void printDiagnostic(const QString &line)
{
    write(line.simplified() + u'\n', stderr);
}

} // namespace wiretale
