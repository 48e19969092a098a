// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lesson.h"
#include "app/lesson/yamlmap.h"

namespace wiretale {

/// Reads the parts of a lesson that are about the world it plays in: settings, clients, script. Knows which
/// clients the lesson has, so that every name in it is one of them.
class LessonParts
{
public:
    explicit LessonParts(FaultList &faults)
        : m_faults(faults)
    {
    }

    /// The words of a map that `readSettings` reads.
    [[nodiscard]] static QStringList settingWords();

    /// Clients first: what is read later names them.
    void readSettings(const YamlMap &map, Settings &settings);
    void readScript(const YamlMap &map, QList<LessonAction> &script);
    /// A moment's words at `key`; a fault when `client` in it is none of the lesson's.
    void readMoment(const YamlMap &map, const char *key, Moment &moment, bool mayFollowChapter) const;

    /// Whether a name is one of the lesson's clients or kinds.
    [[nodiscard]] const QStringList &clients() const noexcept { return m_clients; }

private:
    void readClients(const YamlMap &map, Settings &settings);
    void readClient(const YAML::Node &node, Settings &settings);
    void readServer(const YamlMap &map, Settings &settings) const;
    void readPublish(const YamlMap &map, PublishPlan &plan) const;
    void readLink(const YamlMap &map, LinkProfile &link) const;
    void readAction(const YAML::Node &node, QList<LessonAction> &script) const;
    void readDeed(const YamlMap &map, LessonAction &action) const;
    void readPatch(const YamlMap &map, SettingsPatch &patch) const;
    void readClientName(const YamlMap &map, const char *key, QString &name, bool mayBeAll) const;

    FaultList &m_faults;
    QStringList m_clients;
};

} // namespace wiretale
