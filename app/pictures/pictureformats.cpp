// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/pictureformats.h"

#include "app/pictures/htmlexporter.h"
#include "app/pictures/pdfexporter.h"
#include "app/pictures/pngexporter.h"
#include "app/pictures/svgexporter.h"

#include <vector>

namespace wiretale {

std::span<const ExportFormat> allExportFormats()
{
    static const std::vector<ExportFormat> all = [] {
        const std::span<const ExportFormat> plain = exportFormats();
        std::vector<ExportFormat> formats(plain.begin(), plain.end());
        const auto addDrawn = [&](const char *suffix, const char *description, auto *write) {
            formats.push_back(
                {.suffix = suffix, .description = description, .write = write, .isDrawn = true});
        };
        addDrawn(".svg", QT_TRANSLATE_NOOP("wiretale::Exporter", "Picture of the diagram that scales"),
                 writeSvg);
        addDrawn(".png", QT_TRANSLATE_NOOP("wiretale::Exporter", "Picture of the diagram"), writePng);
        addDrawn(".pdf", QT_TRANSLATE_NOOP("wiretale::Exporter", "Diagram on pages to print"), writePdf);
        addDrawn(".html", QT_TRANSLATE_NOOP("wiretale::Exporter", "Report to hand out"), writeHtml);
        return formats;
    }();
    return all;
}

} // namespace wiretale
