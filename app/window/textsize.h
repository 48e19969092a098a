// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QFont>

namespace wiretale {

/// How large all text of the program is, for a projector or for tired eyes. Hands out its actions.
class TextSize : public QObject
{
    Q_OBJECT

public:
    explicit TextSize(double scale, QObject *parent = nullptr);

    [[nodiscard]] double scale() const noexcept { return m_scale; }
    [[nodiscard]] QList<QAction *> actions();
    void setScale(double scale);
    void retranslate();

private:
    QFont m_normal;
    double m_scale = 1.0;
    QAction m_larger;
    QAction m_smaller;
    QAction m_usual;
};

} // namespace wiretale
