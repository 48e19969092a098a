// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/anatomy.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QTreeWidget;

namespace wiretale {

class InspectorHexView;

/// Steps through anatomies, forth and back: the bytes, what this step does with them, and what is in the
/// buffers after it. Page Up and Page Down step as well.
class AnatomyDialog : public QDialog
{
    Q_OBJECT

public:
    /// `anatomies`: at least one; of several the user chooses.
    explicit AnatomyDialog(std::vector<Anatomy> anatomies, QWidget *parent = nullptr);

    [[nodiscard]] int step() const;
    [[nodiscard]] const InspectorHexView &bytes() const noexcept { return *m_bytes; }
    [[nodiscard]] const QTreeWidget &values() const noexcept { return *m_values; }

public Q_SLOTS:
    void showAnatomy(int index);
    void showStep(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::vector<Anatomy> m_anatomies;
    int m_anatomy = 0;
    QComboBox *m_choice;
    InspectorHexView *m_bytes;
    QLabel *m_text;
    QTreeWidget *m_values;
    QSlider *m_place;
    QLabel *m_count;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace wiretale
