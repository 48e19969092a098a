// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"
#include "app/window/livesettings.h"

#include <QAction>

class QActionGroup;

namespace wiretale {

class EngineThread;

/// What is to be published by hand, and the plan by which the server publishes by itself. Hands out its
/// actions; the fields that show the draft are kept alike by its signals.
class Publishing : public QObject
{
    Q_OBJECT

public:
    Publishing(EngineThread &engine, LiveSettings &settings, QObject *parent = nullptr);

    /// Publishes the draft.
    [[nodiscard]] QAction *publishAction() noexcept { return &m_publish; }
    /// By hand only, at an interval, at random times.
    [[nodiscard]] QList<QAction *> planActions() const;

    [[nodiscard]] const QString &type() const noexcept { return m_type; }
    [[nodiscard]] const QString &data() const noexcept { return m_data; }
    /// A client's name; empty: the server.
    [[nodiscard]] const QString &sender() const noexcept { return m_sender; }
    void setType(const QString &type);
    void setData(const QString &data);
    void setSender(const QString &sender);
    /// Whether there is a server to publish anything.
    void setEnabled(bool isEnabled);
    void retranslate();

Q_SIGNALS:
    void draftChanged();

private:
    void publish();
    void showPlan();

    EngineThread &m_engine;
    LiveSettings &m_settings;
    QAction m_publish;
    QActionGroup *m_plans;
    QString m_type = QStringLiteral("message");
    QString m_data;
    QString m_sender;
    bool m_dataIsUntouched = true;
};

} // namespace wiretale
