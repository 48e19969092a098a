// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/techniquelook.h"

#include <QCoreApplication>

namespace wiretale {

QColor techniqueColor(Technique technique)
{
    switch (technique) {
    case Technique::AjaxPolling:
        return {0xE6, 0x9F, 0x00};
    case Technique::LongPolling:
        return {0x00, 0x72, 0xB2};
    case Technique::EventStream:
        return {0x00, 0x9E, 0x73};
    case Technique::WebSocket:
        return {0xCC, 0x79, 0xA7};
    case Technique::Http:
        break;
    }
    return {0x80, 0x80, 0x80};
}

QString techniqueTitle(Technique technique)
{
    switch (technique) {
    case Technique::AjaxPolling:
        return QCoreApplication::translate("wiretale::Technique", "AJAX polling");
    case Technique::LongPolling:
        return QCoreApplication::translate("wiretale::Technique", "Long polling");
    case Technique::EventStream:
        return QCoreApplication::translate("wiretale::Technique", "Server-sent events");
    case Technique::WebSocket:
        return QCoreApplication::translate("wiretale::Technique", "WebSocket");
    case Technique::Http:
        break;
    }
    return QCoreApplication::translate("wiretale::Technique", "Plain HTTP");
}

} // namespace wiretale
