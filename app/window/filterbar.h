// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/filter.h"

#include <QPointer>
#include <QSettings>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QMenu;
class QToolButton;

namespace wiretale {

class FilterBarLine;
class TrafficLog;

/// Where a filter is written, with what is wrong in it beneath, and those that are kept in a menu beside it.
/// What is written takes effect with Return, or when typing pauses; while it is wrong, the last one that was
/// right stays.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);
    ~FilterBar() override;

    /// Its clients are offered by name.
    void setLog(std::shared_ptr<const TrafficLog> log);
    /// Kept filters are read from it now and written to it when they change; it must live as long.
    void setStore(QSettings *store);

    [[nodiscard]] const Filter &filter() const noexcept { return m_filter; }
    [[nodiscard]] const std::optional<FilterError> &error() const noexcept { return m_error; }
    [[nodiscard]] QString line() const;
    [[nodiscard]] const QStringList &kept() const noexcept { return m_kept; }

public Q_SLOTS:
    /// Takes effect at once.
    void setLine(const QString &line);
    void clear() { setLine({}); }
    /// Keeps what is written, if it is a filter.
    void keep();
    /// Forgets what is written.
    void forget();

Q_SIGNALS:
    void filterChanged(const wiretale::Filter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void judge();
    void fillMenu();
    void storeKept();
    void retranslate();

    FilterBarLine *m_line;
    QToolButton *m_keptButton;
    QMenu *m_menu;
    QLabel *m_wrong;
    QTimer m_pause;
    QPointer<QSettings> m_store;
    std::shared_ptr<const TrafficLog> m_log;
    QStringList m_kept;
    Filter m_filter;
    std::optional<FilterError> m_error;
};

} // namespace wiretale
