// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolBar>

namespace wiretale {

class ClockTransport;
class LinkChooser;
class LiveSettings;
class Publishing;

/// What a lesson needs at hand: the clock, the link, an event to publish.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    ToolBar(ClockTransport &transport, LiveSettings &settings, LinkChooser &links, Publishing &publishing,
            QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QWidget *m_data;
};

} // namespace wiretale
