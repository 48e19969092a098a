// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QAction>

#include <array>

namespace wiretale {

class Journal;
class SequenceView;

/// Keys that lead from the chosen message to the one that caused it, to what it caused, along its client's
/// lane, and to the next empty answer that is shown. Each can be used only where there is somewhere to go.
class ThreadActions : public QObject
{
    Q_OBJECT

public:
    explicit ThreadActions(SequenceView *view);

    [[nodiscard]] QList<QAction *> actions();
    void retranslate();

private:
    using Find = RecordNumber (*)(const Journal &, RecordNumber);
    struct Way
    {
        QAction action;
        Find find = nullptr;
    };

    void go(Find find);
    void update();

    SequenceView *m_view;
    std::array<Way, 5> m_ways;
};

} // namespace wiretale
