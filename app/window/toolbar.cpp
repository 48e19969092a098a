// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/toolbar.h"

#include "app/window/clocktransport.h"
#include "app/window/linkchooser.h"
#include "app/window/publishing.h"
#include "app/window/publishpanel.h"
#include "app/window/rateslider.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>

namespace wiretale {

ToolBar::ToolBar(ClockTransport &transport, LiveSettings &settings, LinkChooser &links,
                 Publishing &publishing, QWidget *parent)
    : QToolBar(parent)
    , m_data(makePublishField(publishing, this))
{
    setObjectName(QStringLiteral("tools"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addActions({transport.runAction(), transport.stepAction(), transport.resetAction()});
    addWidget(new RateSlider(settings));
    addSeparator();
    QComboBox *box = links.makeBox(this);
    box->setFocusPolicy(Qt::TabFocus); // so that Space after a choice still pauses
    addWidget(box);
    addSeparator();
    m_data->setMaximumWidth(160);
    addWidget(m_data);
    addAction(publishing.publishAction());
    retranslate();
}

void ToolBar::retranslate()
{
    setWindowTitle(tr("Tools"));
    m_data->setToolTip(tr("The data of an event to publish; Return publishes it"));
    m_data->setAccessibleName(tr("Data of an event"));
}

void ToolBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
