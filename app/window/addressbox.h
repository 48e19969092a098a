// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QWidget>

class QLabel;

namespace wiretale {

/// The address at which a browser, curl or a phone's proxy finds the wire: to be read, copied, opened.
class AddressBox : public QWidget
{
    Q_OBJECT

public:
    explicit AddressBox(QWidget *parent = nullptr);

    /// 0: nothing listens, there is no address.
    void setPort(quint16 port);
    [[nodiscard]] const QString &address() const noexcept { return m_address; }

    [[nodiscard]] QAction *copyAction() noexcept { return &m_copy; }
    [[nodiscard]] QAction *openAction() noexcept { return &m_open; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_text;
    QAction m_copy;
    QAction m_open;
    QString m_address;
};

} // namespace wiretale
