// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

#include <utility>
#include <variant>

namespace wiretale {

/// A foreseeable failure, told to people: one translated sentence that says what is wrong and what to do.
/// Line and column (1-based) are set where the fault lies in a file, 0 elsewhere.
struct Error
{
    QString message;
    int line = 0;
    int column = 0;
};

/// A value, or the Error that stood in its way. Has std::expected's names, which gcc 12 offers only in C++23.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const T &value() const
    {
        Q_ASSERT_X(has_value(), "Result", "value() of a failure");
        return std::get<0>(m_state);
    }
    [[nodiscard]] T &value()
    {
        Q_ASSERT_X(has_value(), "Result", "value() of a failure");
        return std::get<0>(m_state);
    }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT_X(!has_value(), "Result", "error() of a success");
        return std::get<1>(m_state);
    }

    const T &operator*() const { return value(); }
    T &operator*() { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// For what either works or fails and has nothing else to say.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT_X(m_failed, "Result", "error() of a success");
        return m_error;
    }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace wiretale
