// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/mainmenu.h"

#include "app/window/clocktransport.h"
#include "app/window/helpactions.h"
#include "app/window/languagechooser.h"
#include "app/window/linkchooser.h"
#include "app/window/publishing.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace wiretale {

MainMenu::MainMenu(QMainWindow *window)
    : QObject(window)
    , m_file(window->menuBar()->addMenu(QString()))
    , m_clock(window->menuBar()->addMenu(QString()))
    , m_lesson(window->menuBar()->addMenu(QString()))
    , m_link(window->menuBar()->addMenu(QString()))
    , m_publish(window->menuBar()->addMenu(QString()))
    , m_view(window->menuBar()->addMenu(QString()))
    , m_message(window->menuBar()->addMenu(QString()))
    , m_language(window->menuBar()->addMenu(QString()))
    , m_help(window->menuBar()->addMenu(QString()))
{
    retranslate();
}

void MainMenu::fill(ClockTransport &transport, const LinkChooser &links, Publishing &publishing,
                    const LanguageChooser &languages, HelpActions &help)
{
    m_clock->addActions({transport.runAction(), transport.stepAction(), transport.resetAction()});
    m_clock->addSeparator();
    m_clock->addActions({transport.slowerAction(), transport.fasterAction()});
    m_clock->addSeparator();
    m_clock->addActions(transport.presetActions());
    m_link->addActions(links.actions());
    m_publish->addAction(publishing.publishAction());
    m_publish->addSeparator();
    m_publish->addActions(publishing.planActions());
    m_language->addActions(languages.actions());
    m_help->addActions(help.actions());
}

void MainMenu::retranslate()
{
    //: Titles of the menus
    m_file->setTitle(tr("&File"));
    m_clock->setTitle(tr("&Clock"));
    m_lesson->setTitle(tr("&Lesson"));
    m_link->setTitle(tr("&Link"));
    m_publish->setTitle(tr("&Publish"));
    m_view->setTitle(tr("&View"));
    m_message->setTitle(tr("&Message"));
    //: In every language the menu's title should name the word for language so that it can be guessed
    m_language->setTitle(tr("Lan&guage"));
    m_help->setTitle(tr("&Help"));
}

} // namespace wiretale
