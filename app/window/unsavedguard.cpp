// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/unsavedguard.h"

#include "app/window/trafficsaver.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace wiretale {

namespace {

constexpr QLatin1StringView AskKey("saving/asks");

} // namespace

UnsavedGuard::UnsavedGuard(TrafficSaver &saver, QWidget *window)
    : QObject(window)
    , m_saver(saver)
    , m_window(window)
{
    m_ask.setCheckable(true);
    m_ask.setChecked(QSettings().value(AskKey, true).toBool());
    connect(&m_ask, &QAction::toggled, this, [](bool asks) { QSettings().setValue(AskKey, asks); });
    retranslate();
}

bool UnsavedGuard::wouldAsk() const
{
    return m_ask.isChecked() && m_saver.isUnsaved();
}

void UnsavedGuard::before(const std::function<void()> &goOn, const std::function<void()> &dropped)
{
    if (!wouldAsk()) {
        goOn();
        return;
    }
    const QString home = QFileInfo(m_saver.home()).fileName();
    auto *box
        = new QMessageBox(QMessageBox::Question, tr("Save the traffic?"),
                          home.isEmpty() ? tr("The traffic was not saved yet.")
                                         //: %1: name of a file
                                         : tr("The traffic has changed since it was saved to %1.").arg(home),
                          QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    // Qt's word for it is another in some languages.
    box->button(QMessageBox::Discard)->setText(tr("&Do not save"));
    box->setInformativeText(tr("What is not saved is lost."));
    box->setDefaultButton(QMessageBox::Save);
    auto *never = new QCheckBox(tr("Do not ask again"), box);
    box->setCheckBox(never);
    connect(box, &QMessageBox::finished, this, [this, never, goOn, dropped](int answer) {
        if (answer == QMessageBox::Cancel)
            return;
        if (never->isChecked())
            m_ask.setChecked(false);
        if (answer == QMessageBox::Save) {
            m_saver.saveHome(goOn);
            return;
        }
        if (dropped)
            dropped();
        goOn();
    });
    box->open();
}

void UnsavedGuard::retranslate()
{
    m_ask.setText(tr("As&k before traffic is lost"));
    m_ask.setToolTip(tr("On closing the window or opening a file, ask whether to save what was not saved"));
}

} // namespace wiretale
