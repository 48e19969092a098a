// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/settings.h"

#include <QObject>

#include <concepts>
#include <utility>

namespace wiretale {

/// The settings as the window last made them. Every control reads them here and changes them here; whoever
/// runs the world listens to changed().
class LiveSettings : public QObject
{
    Q_OBJECT

public:
    explicit LiveSettings(Settings settings, QObject *parent = nullptr)
        : QObject(parent)
        , m_current(std::move(settings))
    {
    }

    [[nodiscard]] const Settings &current() const noexcept { return m_current; }

    void replace(const Settings &settings)
    {
        if (settings == m_current)
            return;
        m_current = settings;
        Q_EMIT changed(m_current);
    }

    /// Changes a copy, then replaces: `edit` takes Settings &.
    template <std::invocable<Settings &> Edit>
    void change(Edit edit)
    {
        Settings settings = m_current;
        edit(settings);
        replace(settings);
    }

Q_SIGNALS:
    void changed(const wiretale::Settings &settings);

private:
    Settings m_current;
};

} // namespace wiretale
