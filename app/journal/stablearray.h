// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <memory>

namespace wiretale {

/// An array that only grows and whose elements never move: one thread appends, any number read.
///
///     m_blocks  [*|*|0|0 ...]              4,096 places, fixed
///                | `-> block               4,096 pointers to chunks, fixed
///                `---> block -> chunk      256 elements
///
/// Nothing that was published is ever written again by the array itself, so readers need no lock: the release
/// of the count makes the pointers and the elements before it visible to whoever acquires that count. An
/// element that changes later has to do so through atomics of its own.
template <typename T>
class StableArray
{
public:
    static constexpr quint32 ChunkSize = 256;

    StableArray() = default;
    StableArray(const StableArray &) = delete;
    StableArray &operator=(const StableArray &) = delete;

    [[nodiscard]] quint32 size() const noexcept { return m_size.load(std::memory_order_acquire); }

    /// `index` below a size that this thread has seen.
    [[nodiscard]] const T &operator[](quint32 index) const noexcept
    {
        return chunkOf(index)[index % ChunkSize];
    }
    [[nodiscard]] T &operator[](quint32 index) noexcept { return chunkOf(index)[index % ChunkSize]; }

    /// Writer: the element that publish() will add; fill it in between. Readers do not see it yet.
    [[nodiscard]] T &stage()
    {
        const quint32 index = m_size.load(std::memory_order_relaxed);
        if (index % ChunkSize == 0)
            addChunk(index / ChunkSize);
        return (*this)[index];
    }
    void publish() noexcept
    {
        m_size.store(m_size.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    }

private:
    static constexpr quint32 BlockSize = 4096;
    static constexpr quint32 BlockCount = 4096;
    static_assert(quint64(ChunkSize) * BlockSize * BlockCount == quint64(1) << 32,
                  "every quint32 must be a valid index");

    using Chunk = std::array<T, ChunkSize>;
    using Block = std::array<std::unique_ptr<Chunk>, BlockSize>;

    [[nodiscard]] Chunk &chunkOf(quint32 index) const noexcept
    {
        const quint32 chunk = index / ChunkSize;
        return *(*m_blocks[chunk / BlockSize])[chunk % BlockSize];
    }

    void addChunk(quint32 chunk)
    {
        std::unique_ptr<Block> &block = m_blocks[chunk / BlockSize];
        if (!block)
            block = std::make_unique<Block>();
        // Staging twice without publishing must not drop a chunk that is being filled.
        if (std::unique_ptr<Chunk> &place = (*block)[chunk % BlockSize]; !place)
            place = std::make_unique<Chunk>();
    }

    std::array<std::unique_ptr<Block>, BlockCount> m_blocks;
    std::atomic<quint32> m_size {0};
};

} // namespace wiretale
