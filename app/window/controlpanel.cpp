// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/controlpanel.h"

#include "app/window/clientspanel.h"
#include "app/window/linkpanel.h"
#include "app/window/publishpanel.h"
#include "app/window/timingpanel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace wiretale {

ControlPanel::ControlPanel(LiveSettings &settings, LinkChooser &links, Publishing &publishing,
                           QWidget *parent)
    : QScrollArea(parent)
    , m_clients(new ClientsPanel(settings))
    , m_link(new LinkPanel(settings, links))
    , m_publish(new PublishPanel(settings, publishing))
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_clients);
    layout->addWidget(new TimingPanel(settings)); // the others are in the tool bar, too
    layout->addWidget(m_publish);
    layout->addWidget(m_link);
    layout->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    leaveWheelToScrolling();
}

// Whoever scrolls must not change what happens to lie under the mouse.
void ControlPanel::leaveWheelToScrolling()
{
    const QList<QWidget *> fields = widget()->findChildren<QWidget *>();
    for (QWidget *field : fields) {
        if (!qobject_cast<QAbstractSpinBox *>(field) && !qobject_cast<QComboBox *>(field))
            continue;
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
}

void ControlPanel::showClients(const QList<ClientState> &clients)
{
    m_clients->showStates(clients);
    m_publish->showClients(clients);
}

void ControlPanel::editOwnLink()
{
    ensureWidgetVisible(m_link);
    m_link->editOwn();
}

QSize ControlPanel::sizeHint() const
{
    return {minimumSizeHint().width(), QScrollArea::sizeHint().height()};
}

QSize ControlPanel::minimumSizeHint() const
{
    const int width = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {width, QScrollArea::minimumSizeHint().height()};
}

bool ControlPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    if (watched != widget() && event->type() == QEvent::Wheel) {
        const auto *field = qobject_cast<const QWidget *>(watched);
        if (field != nullptr && field != viewport() && !field->hasFocus()) {
            event->ignore();
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace wiretale
