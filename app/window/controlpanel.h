// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"

#include <QScrollArea>

namespace wiretale {

class ClientsPanel;
class LinkChooser;
class LinkPanel;
class LiveSettings;
class Publishing;
class PublishPanel;

/// All that can be set while the world runs, one group below the other.
class ControlPanel : public QScrollArea
{
    Q_OBJECT

public:
    ControlPanel(LiveSettings &settings, LinkChooser &links, Publishing &publishing,
                 QWidget *parent = nullptr);

    void showClients(const QList<ClientState> &clients);
    void editOwnLink();

    [[nodiscard]] QSize sizeHint() const override;
    /// As wide as its content needs, since it scrolls only up and down.
    [[nodiscard]] QSize minimumSizeHint() const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leaveWheelToScrolling();

    ClientsPanel *m_clients;
    LinkPanel *m_link;
    PublishPanel *m_publish;
};

} // namespace wiretale
