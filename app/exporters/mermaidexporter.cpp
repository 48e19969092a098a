// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/mermaidexporter.h"

#include "app/exporters/exportchoice.h"
#include "app/exporters/exportfile.h"
#include "app/exporters/sequencescript.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <utility>

namespace wiretale {

namespace {

constexpr qsizetype LongestPart = 50'000; // UTF-16 units, as Mermaid counts
constexpr qsizetype RoomForTheEnd = 600;
// Further bars at the beginning of a part would say no more.
constexpr int MostHoldsCarriedOver = 100;

/// Mermaid ends a message at `;` and cuts it at `#`; `%%`, `{`, `<`, `$$`, `\` and `wrap:` mean something to
/// it, too.
QString escaped(const QString &text)
{
    return sequenceText(text, u" .,/?=_()-", [](char16_t c) { return QStringLiteral("#%1;").arg(int(c)); });
}

const char *arrowOf(const SequenceStep &step)
{
    switch (step.kind) {
    case SequenceStep::Kind::Request:
        return step.isLost ? "-x" : "->>";
    case SequenceStep::Kind::Answer:
        return step.isLost ? "--x" : "-->>";
    case SequenceStep::Kind::Push:
        return step.isLost ? "-x" : "-)";
    case SequenceStep::Kind::Signal:
    case SequenceStep::Kind::Note:
        break;
    }
    return step.isLost ? "--x" : "-->";
}

QString messageOf(const SequenceStep &step)
{
    const QString client = sequenceClient(step.client);
    const QString text = escaped(step.text);
    if (step.kind == SequenceStep::Kind::Note)
        return QStringLiteral("Note over %1,S: %2\n").arg(client, text);
    const QString server = QStringLiteral("S");
    return (step.fromClient ? client : server) + QLatin1StringView(arrowOf(step))
        + (step.fromClient ? server : client) + QStringLiteral(": ") + text + u'\n';
}

/// Gathers lines until a part is full, and writes it.
class Parts
{
public:
    Parts(const SequenceScript &script, QString path)
        : m_script(script)
        , m_path(std::move(path))
    {
    }

    /// False when a part could not be written.
    bool add(const SequenceStep &step);
    Result<void> finish();

private:
    [[nodiscard]] QString head() const;
    [[nodiscard]] QString nameOf(quint32 client) const;
    void begin();
    Result<void> write(const QString &end);

    const SequenceScript &m_script;
    QString m_path;
    int m_part = 1;
    QString m_body;
    std::set<quint32> m_clients;
    qsizetype m_headSize = 0;
    int m_holds = 0; ///< requests that the server has
    int m_active = 0; ///< of these, how many the part shows
    Result<void> m_result;
};

QString Parts::nameOf(quint32 client) const
{
    return QStringLiteral("participant %1 as %2\n")
        .arg(sequenceClient(client), escaped(m_script.clients()[client]));
}

QString Parts::head() const
{
    QString head = QStringLiteral("sequenceDiagram\naccTitle: %1\n").arg(escaped(sequenceTitle()));
    for (const quint32 client : m_clients)
        head += nameOf(client);
    return head + QStringLiteral("participant S as %1\n").arg(escaped(sequenceServerName()));
}

void Parts::begin()
{
    m_body.clear();
    m_clients.clear();
    m_headSize = head().size();
    m_active = std::min(m_holds, MostHoldsCarriedOver);
    m_body += QStringLiteral("activate S\n").repeated(m_active);
}

Result<void> Parts::write(const QString &end)
{
    ExportFile file(partPath(m_path, m_part));
    if (Result<void> opened = file.open(); !opened)
        return opened;
    const QString text = head() + m_body + end;
    Q_ASSERT_X(text.size() <= LongestPart, "writeMermaid", "a part is too long");
    file.write(text.toUtf8());
    return file.commit();
}

bool Parts::add(const SequenceStep &step)
{
    QString lines = messageOf(step);
    const qsizetype name = m_clients.contains(step.client) ? 0 : nameOf(step.client).size();
    const qsizetype needed = name + lines.size() + 20 * qsizetype(step.holdsEnded + step.beginsHold);
    if (m_part == 1 && m_body.isEmpty()) {
        begin();
    } else if (m_headSize + m_body.size() + needed + RoomForTheEnd > LongestPart) {
        const QString next = QFileInfo(partPath(m_path, m_part + 1)).fileName();
        m_result = write(QStringLiteral("%% ") + escaped(next) + u'\n');
        if (!m_result)
            return false;
        ++m_part;
        begin();
    }
    if (m_clients.insert(step.client).second)
        m_headSize += nameOf(step.client).size();
    if (step.beginsHold) {
        ++m_holds;
        ++m_active;
        lines += QStringLiteral("activate S\n");
    }
    const int ended = std::min(step.holdsEnded, m_active);
    lines += QStringLiteral("deactivate S\n").repeated(ended);
    m_active -= ended;
    m_holds -= step.holdsEnded;
    m_body += lines;
    return true;
}

Result<void> Parts::finish()
{
    return m_result ? write({}) : m_result;
}

} // namespace

Result<void> writeMermaid(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    const SequenceScript script(log, choice);
    Parts parts(script, path);
    script.visit([&](const SequenceStep &step) { return parts.add(step); });
    return parts.finish();
}

} // namespace wiretale
