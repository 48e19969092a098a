// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QToolButton>

namespace wiretale {

/// Says in a corner that not all messages are shown, how many are, and that a click shows all again. As wide
/// as it has to be, or may be: then the filter's line is cut short, what is said of it never.
class FilterChip : public QToolButton
{
    Q_OBJECT

public:
    struct Content
    {
        QString line {}; ///< the filter
        int shown = 0;
        int all = 0;
        int percentLooked = 100;
        bool isChosenHidden = false; ///< the message that is chosen is none of those shown

        friend bool operator==(const Content &, const Content &) = default;
    };

    explicit FilterChip(QWidget *parent = nullptr);

    void setContent(const Content &content);
    void setMostWidth(int pixels);

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();

    Content m_content;
    int m_mostWidth = 400;
};

} // namespace wiretale
