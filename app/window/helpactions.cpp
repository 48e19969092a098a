// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/helpactions.h"

#include "app/window/anatomydialog.h"
#include "app/window/icons.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace wiretale {

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(u'&').remove(u'…');
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &shortcut : action.shortcuts())
        keys << shortcut.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

} // namespace

HelpActions::HelpActions(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    m_shortcuts.setShortcut(QKeySequence::HelpContents);
    m_about.setMenuRole(QAction::AboutRole);
    m_aboutQt.setMenuRole(QAction::AboutQtRole);
    connect(&m_shortcuts, &QAction::triggered, this, &HelpActions::showShortcuts);
    connect(&m_anatomy, &QAction::triggered, this, &HelpActions::showAnatomy);
    connect(&m_about, &QAction::triggered, this, &HelpActions::showAbout);
    connect(&m_aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
    retranslate();
}

QList<QAction *> HelpActions::actions()
{
    return {&m_shortcuts, &m_anatomy, &m_about, &m_aboutQt};
}

// Whatever stands in a menu and has a key, menu by menu, so that this can never be out of date.
QString HelpActions::shortcutTable() const
{
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='3'>");
    for (const QAction *top : m_window->menuBar()->actions()) {
        if (top->menu() == nullptr)
            continue;
        QString rows;
        for (const QAction *action : top->menu()->actions()) {
            if (!action->shortcut().isEmpty())
                rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                            .arg(withoutMnemonic(action->text()).toHtmlEscaped(),
                                 keysOf(*action).toHtmlEscaped());
        }
        if (!rows.isEmpty())
            html += QStringLiteral("<tr><td colspan='2'><b>%1</b></td></tr>")
                        .arg(withoutMnemonic(top->text()).toHtmlEscaped())
                + rows;
    }
    return html + QStringLiteral("</table>");
}

void HelpActions::showShortcuts()
{
    auto *dialog = new QDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keyboard shortcuts"));
    auto *text = new QTextBrowser(dialog);
    text->setHtml(shortcutTable());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(460, 560);
    dialog->open();
}

void HelpActions::showAnatomy()
{
    auto *dialog = new AnatomyDialog(anatomyExamples(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HelpActions::showAbout()
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Wiretale"));
    box->setIconPixmap(glyphIcon(Glyph::Program).pixmap(64));
    box->setText(QStringLiteral("<b>Wiretale %1</b>").arg(QStringLiteral(WIRETALE_VERSION)));
    box->setInformativeText(
        tr("Shows what really passes between a client and a server: every arrow is a message, drawn "
           "while it travels.\n\nFree software under the GNU General Public License, version 3 or later."));
    box->open();
}

void HelpActions::retranslate()
{
    m_shortcuts.setText(tr("&Keyboard shortcuts"));
    m_anatomy.setText(tr("A&natomy of an Event Stream and a WebSocket…"));
    m_about.setText(tr("&About Wiretale"));
    m_aboutQt.setText(tr("About &Qt"));
}

} // namespace wiretale
