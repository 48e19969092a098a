// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QMainWindow;
class QMenu;

namespace wiretale {

class ClockTransport;
class HelpActions;
class LanguageChooser;
class LinkChooser;
class Publishing;

/// The menus of the window, filled with what others hand out.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    explicit MainMenu(QMainWindow *window);

    [[nodiscard]] QMenu *file() const noexcept { return m_file; }
    [[nodiscard]] QMenu *clock() const noexcept { return m_clock; }
    [[nodiscard]] QMenu *view() const noexcept { return m_view; }
    [[nodiscard]] QMenu *message() const noexcept { return m_message; }
    [[nodiscard]] QMenu *lesson() const noexcept { return m_lesson; }
    /// All menus but File, Lesson, View and Message, which the window fills.
    void fill(ClockTransport &transport, const LinkChooser &links, Publishing &publishing,
              const LanguageChooser &languages, HelpActions &help);
    void retranslate();

private:
    QMenu *m_file;
    QMenu *m_clock;
    QMenu *m_lesson;
    QMenu *m_link;
    QMenu *m_publish;
    QMenu *m_view;
    QMenu *m_message;
    QMenu *m_language;
    QMenu *m_help;
};

} // namespace wiretale
