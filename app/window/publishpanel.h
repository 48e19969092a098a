// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"
#include "app/window/livesettings.h"

#include <QGroupBox>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QToolButton;

namespace wiretale {

class DurationBox;
class Publishing;

/// Publishing: by what plan the server does, and an event by hand.
class PublishPanel : public QGroupBox
{
    Q_OBJECT

public:
    PublishPanel(LiveSettings &settings, Publishing &publishing, QWidget *parent = nullptr);

    /// Who can send an event by hand.
    void showClients(const QList<ClientState> &clients);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSettings();
    void showDraft();
    void fillSenders();
    void retranslate();

    LiveSettings &m_settings;
    Publishing &m_publishing;
    QFormLayout *m_form;
    QComboBox *m_plan;
    DurationBox *m_interval;
    QComboBox *m_sender;
    QLineEdit *m_type;
    QLineEdit *m_data;
    QToolButton *m_publish;
    QStringList m_clients;
};

/// The draft's data as a field that belongs to `parent`: Return publishes it. All such fields show the same.
[[nodiscard]] QLineEdit *makePublishField(Publishing &publishing, QWidget *parent);

} // namespace wiretale
