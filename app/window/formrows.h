// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QFormLayout;
class QString;
class QWidget;

/// Rows of a form whose labels come later, and again when the language changes.
namespace wiretale::formrows {

/// A row with an empty label, and room to take two lines where the form is narrow.
void add(QFormLayout &form, QWidget *field);

/// Names the field, for eyes, keyboard and screen readers alike.
void label(QFormLayout &form, QWidget *field, const QString &text, const QString &toolTip);

} // namespace wiretale::formrows
