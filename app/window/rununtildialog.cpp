// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/rununtildialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wiretale {

RunUntilDialog::RunUntilDialog(const QString &client, QWidget *parent)
    : QDialog(parent)
    , m_words(new QComboBox(this))
    , m_fault(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Run until"));
    auto *explanation = new QLabel(
        tr("The clock runs until this moment comes, then stops. Counted from now; write it in these words:"),
        this);
    explanation->setWordWrap(true);
    m_words->setEditable(true);
    m_words->setInsertPolicy(QComboBox::NoInsert);
    if (!client.isEmpty())
        m_words->addItem(QStringLiteral("first message of %1").arg(client));
    m_words->addItems({QStringLiteral("first empty response"), QStringLiteral("third empty response"),
                       QStringLiteral("first lost message"), QStringLiteral("first pushed event delivered"),
                       QStringLiteral("first heartbeat"), QStringLiteral("first error response"),
                       QStringLiteral("at 60s"),
                       QStringLiteral("first message where kind:response bytes>300")});
    m_words->setMinimumContentsLength(44);
    m_fault->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Run"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(m_words);
    layout->addWidget(m_fault);
    layout->addWidget(m_buttons);
    connect(m_words, &QComboBox::editTextChanged, this, &RunUntilDialog::judge);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_words->lineEdit()->selectAll();
    judge();
}

void RunUntilDialog::judge()
{
    const Result<Moment> moment = momentFromText(m_words->currentText());
    const bool isAfter = moment && moment->kind == Moment::Kind::After;
    if (moment)
        m_moment = *moment;
    m_fault->setText(moment ? QString() : moment.error().message);
    if (isAfter)
        m_fault->setText(
            tr("\"after\" belongs to a lesson's chapters; write \"at\" and a time of the clock."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(moment && !isAfter);
}

} // namespace wiretale
