// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/exportchoice.h"
#include "app/journal/filter.h"

#include <QFileDialog>

#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;

namespace wiretale {

/// What of the traffic could be saved at a moment, besides all of it.
struct SaveOffer
{
    Filter filter {}; ///< the table's and the diagram's; empty: there is none
    std::vector<RecordNumber> selected {}; ///< rows of the table; fewer than two are no selection
    std::optional<ExportStretch> shown {}; ///< what the diagram shows
    ExportTime time = ExportTime::Folded; ///< how it draws time
    ExportAbout about {};
};

/// Asks where the traffic is saved, as what, how much of it, and how.
class SaveDialog : public QFileDialog
{
    Q_OBJECT

public:
    SaveDialog(SaveOffer offer, QWidget *parent);
    ~SaveDialog() override;

    [[nodiscard]] ExportChoice choice() const;
    /// To be narrowed down further by whoever saves, since that may take a while; empty: not at all.
    [[nodiscard]] Filter filter() const;

private:
    enum class Part
    {
        Everything,
        Filtered,
        Selected,
        Shown
    };

    void placeRows();
    void followFormat();
    [[nodiscard]] Part part() const;

    SaveOffer m_offer;
    QComboBox *m_part;
    QLabel *m_note;
    std::vector<std::pair<ExportOption, QCheckBox *>> m_options;
};

} // namespace wiretale
