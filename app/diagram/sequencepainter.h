// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/messagemark.h"
#include "app/diagram/sequencelayout.h"

#include <QPolygonF>

class QPainter;

namespace wiretale {

/// Draws a SequenceScene on any QPainter: a screen, a picture, a page.
class SequencePainter
{
public:
    SequencePainter(QPainter &painter, const DiagramStyle &style);

    /// `hovered` and `selected` may be 0.
    void paint(const SequenceScene &scene, QSizeF size, RecordNumber hovered, RecordNumber selected);
    /// One message by itself, as in a legend.
    void paintSample(MessageMark mark, const QLineF &line);

private:
    void paintBackground(const SequenceScene &scene, QSizeF size);
    void paintSpans(const SequenceScene &scene, QSizeF size);
    void paintFolds(const SequenceScene &scene, QSizeF size);
    void paintMarkers(const SequenceScene &scene, QSizeF size);
    void paintHighlight(const SequenceScene &scene);
    void paintStrokes(const SequenceScene &scene);
    void paintArrow(const SequenceScene::Arrow &arrow, bool isHovered, bool isSelected);
    void paintHead(const MarkStyle &style, const QLineF &line);
    void paintLabels(const SequenceScene &scene, RecordNumber selected);
    void paintHeldNotes(const SequenceScene &scene);
    void paintRuler(const SequenceScene &scene, QSizeF size);
    void paintHeader(const SequenceScene &scene, QSizeF size);

    QPainter &m_painter;
    const DiagramStyle &m_style;
};

} // namespace wiretale
