// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/plantumlexporter.h"

#include "app/exporters/exportchoice.h"
#include "app/exporters/exportfile.h"
#include "app/exporters/sequencescript.h"

namespace wiretale {

namespace {

constexpr int MostSteps = 100; // on a page; one takes 30 pixels or so

/// Creole, `%functions()` and `\n` are read inside messages: whatever could be one of them is written as the
/// number of its character.
QString escaped(const QString &text)
{
    return sequenceText(text, u" .,:?();", [](char16_t c) {
        return QStringLiteral("<U+%1>").arg(int(c), 4, 16, QLatin1Char('0'));
    });
}

const char *arrowOf(const SequenceStep &step)
{
    switch (step.kind) {
    case SequenceStep::Kind::Request:
        return step.isLost ? "->x" : "->";
    case SequenceStep::Kind::Answer:
        return step.isLost ? "-->x" : "-->";
    case SequenceStep::Kind::Push:
        return step.isLost ? "->>x" : "->>";
    case SequenceStep::Kind::Signal:
    case SequenceStep::Kind::Note:
        break;
    }
    return step.isLost ? "-[#gray]->x" : "-[#gray]->";
}

QString linesOf(const SequenceStep &step)
{
    const QString client = sequenceClient(step.client);
    const QString text = escaped(step.text);
    if (step.kind == SequenceStep::Kind::Note)
        return QStringLiteral("note over %1, S : %2\n").arg(client, text);
    QString lines = QStringLiteral("%1 %2 %3 : %4\n")
                        .arg(step.fromClient ? client : QStringLiteral("S"), QLatin1StringView(arrowOf(step)),
                             step.fromClient ? QStringLiteral("S") : client, text);
    if (step.beginsHold)
        lines += QStringLiteral("activate S\n");
    return lines + QStringLiteral("deactivate S\n").repeated(step.holdsEnded);
}

QString participantLine(const QString &id, const QString &name)
{
    return QStringLiteral("participant \"%1\" as %2\n").arg(escaped(name), id);
}

} // namespace

Result<void> writePlantUml(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    ExportFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    const SequenceScript script(log, choice);
    file.write("@startuml\n");
    file.write(QStringLiteral("title %1\n").arg(escaped(sequenceTitle())).toUtf8());
    for (quint32 client = 0; client < script.clients().size(); ++client)
        file.write(participantLine(sequenceClient(client), script.clients()[client]).toUtf8());
    file.write(participantLine(QStringLiteral("S"), sequenceServerName()).toUtf8());
    int steps = 0;
    script.visit([&](const SequenceStep &step) {
        if (++steps % MostSteps == 0)
            file.write("newpage\n");
        file.write(linesOf(step).toUtf8());
        return !file.failed();
    });
    file.write("@enduml\n");
    return file.commit();
}

} // namespace wiretale
