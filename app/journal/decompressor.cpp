// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/decompressor.h"

#include <QList>

#include <algorithm>
#include <brotli/decode.h>
#include <limits>
#include <utility>
#include <vector>
#define ZLIB_CONST // then it promises not to write to its input
#include <zlib.h>

namespace wiretale {

namespace {

constexpr qsizetype OutputPiece = qsizetype(64) * 1024;
constexpr int LargestWindow = 15; // RFC 1951: 32 KiB
constexpr size_t MostCodings = 4;

const quint8 *unsignedBytes(const char *bytes)
{
    return reinterpret_cast<const quint8 *>(bytes);
}

/// What a library needs to say of a step.
struct Step
{
    qsizetype used = 0; ///< of the input
    qsizetype made = 0; ///< of the output
    bool isOver = false;
    bool isWrong = false;
};

/// Feeds a library's decoder until it has nothing more to say.
class SteppedDecompressor : public Decompressor
{
public:
    QByteArray take(QByteArrayView bytes, qsizetype most) final;
    [[nodiscard]] State state() const noexcept final { return m_state; }

protected:
    /// One call of the library.
    virtual Step step(QByteArrayView input, char *output, qsizetype room) = 0;
    /// The data said that it is over; `rest` is behind it. Answers whether it goes on all the same.
    virtual bool goesOnBehindEnd(QByteArrayView rest) = 0;

private:
    void goOnBehindEnd(QByteArrayView rest)
    {
        if (m_state != State::Complete || m_isFilled || rest.isEmpty())
            return;
        m_isFilled = !goesOnBehindEnd(rest);
        if (!m_isFilled)
            m_state = State::GoesOn;
    }

    State m_state = State::GoesOn;
    bool m_isFilled = false; ///< behind its end there is something else
};

QByteArray SteppedDecompressor::take(QByteArrayView bytes, qsizetype most)
{
    QByteArray plain;
    goOnBehindEnd(bytes);
    while (m_state == State::GoesOn) {
        // One byte more than is wanted shows whether there is more.
        const qsizetype room = std::min(OutputPiece, most + 1 - plain.size());
        const qsizetype before = plain.size();
        plain.resize(before + room);
        const qsizetype piece = std::min<qsizetype>(bytes.size(), std::numeric_limits<int>::max());
        const Step result = step(bytes.first(piece), plain.data() + before, room);
        plain.resize(before + result.made);
        bytes = bytes.sliced(result.used);
        if (result.isWrong)
            m_state = State::Damaged;
        if (result.isOver) {
            m_state = State::Complete;
            goOnBehindEnd(bytes);
        }
        if (plain.size() > most) {
            plain.truncate(most);
            m_state = State::TooLong;
        } else if (result.made < room && (bytes.isEmpty() || (result.used == 0 && result.made == 0))) {
            break;
        }
    }
    return plain;
}

/// zlib's: gzip (RFC 1952), zlib (RFC 1950), DEFLATE (RFC 1951).
class Inflation : public SteppedDecompressor
{
public:
    enum class Format
    {
        Gzip,
        Deflate, ///< zlib's by RFC 9110, 8.4.1.2; some send DEFLATE without a head
        Messages
    };
    explicit Inflation(Format format)
        : m_format(format)
        , m_isHeadKnown(format != Format::Deflate)
    {
        const int window = format == Format::Gzip ? LargestWindow + 16
            : format == Format::Messages          ? -LargestWindow
                                                  : LargestWindow;
        m_isReady = inflateInit2(&m_stream, window) == Z_OK;
    }
    ~Inflation() override { inflateEnd(&m_stream); }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;

protected:
    Step step(QByteArrayView input, char *output, qsizetype room) override;
    bool goesOnBehindEnd(QByteArrayView rest) override;

private:
    /// False when there is too little to tell how it begins.
    bool findHead(QByteArrayView &input);
    int inflateInto(QByteArrayView input, char *output, qsizetype room);

    z_stream m_stream {};
    Format m_format;
    bool m_isReady = false;
    bool m_isHeadKnown; ///< it is known whether there is one
    QByteArray m_first; ///< a byte that alone does not tell
};

bool Inflation::findHead(QByteArrayView &input)
{
    if (m_isHeadKnown || input.isEmpty())
        return m_isHeadKnown;
    if (m_first.isEmpty() && input.size() < 2) {
        m_first = input.toByteArray();
        input = {};
        return false;
    }
    // RFC 1950, 2.2: how a head begins.
    const int first = quint8(m_first.isEmpty() ? input[0] : m_first.at(0));
    const int second = quint8(m_first.isEmpty() ? input[1] : input[0]);
    if ((first & 0x0f) != 8 || (first * 256 + second) % 31 != 0)
        inflateReset2(&m_stream, -LargestWindow);
    m_isHeadKnown = true;
    // One byte makes no output yet.
    char none = 0;
    if (!m_first.isEmpty())
        inflateInto(m_first, &none, 0);
    return true;
}

int Inflation::inflateInto(QByteArrayView input, char *output, qsizetype room)
{
    m_stream.next_in = unsignedBytes(input.data());
    m_stream.avail_in = uInt(input.size());
    m_stream.next_out = reinterpret_cast<Bytef *>(output);
    m_stream.avail_out = uInt(room);
    return inflate(&m_stream, Z_SYNC_FLUSH);
}

Step Inflation::step(QByteArrayView input, char *output, qsizetype room)
{
    if (!m_isReady)
        return {.isWrong = true};
    const qsizetype given = input.size();
    if (!findHead(input))
        return {.used = given};
    const int result = inflateInto(input, output, room);
    return {.used = given - qsizetype(m_stream.avail_in),
            .made = room - qsizetype(m_stream.avail_out),
            .isOver = result == Z_STREAM_END,
            .isWrong = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR};
}

bool Inflation::goesOnBehindEnd(QByteArrayView rest)
{
    if (m_format == Format::Gzip) {
        // RFC 1952, 2.2: members follow each other. Anything else behind one is filling.
        return quint8(rest.front()) == 0x1f && inflateReset(&m_stream) == Z_OK;
    }
    if (m_format == Format::Deflate)
        return false;
    QByteArray window(qsizetype(1) << LargestWindow, Qt::Uninitialized);
    uInt size = 0;
    auto *bytes = reinterpret_cast<Bytef *>(window.data());
    return inflateGetDictionary(&m_stream, bytes, &size) == Z_OK && inflateReset(&m_stream) == Z_OK
        && inflateSetDictionary(&m_stream, bytes, size) == Z_OK;
}

/// RFC 7932
class BrotliDecompressor : public SteppedDecompressor
{
protected:
    Step step(QByteArrayView input, char *output, qsizetype room) override
    {
        if (!m_decoder)
            return {.isWrong = true};
        // What it keeps to itself when the input is wrong is what a step has added.
        input = input.first(std::min(input.size(), LongestStep));
        auto left = size_t(input.size());
        auto free = size_t(room);
        const auto *next = unsignedBytes(input.data());
        auto *out = reinterpret_cast<quint8 *>(output);
        const BrotliDecoderResult result
            = BrotliDecoderDecompressStream(m_decoder.get(), &left, &next, &free, &out, nullptr);
        return {.used = input.size() - qsizetype(left),
                .made = room - qsizetype(free),
                .isOver = result == BROTLI_DECODER_RESULT_SUCCESS,
                .isWrong = result == BROTLI_DECODER_RESULT_ERROR};
    }
    bool goesOnBehindEnd(QByteArrayView) override { return false; }

private:
    static constexpr qsizetype LongestStep = 64;

    struct Deleter
    {
        void operator()(BrotliDecoderState *decoder) const { BrotliDecoderDestroyInstance(decoder); }
    };
    std::unique_ptr<BrotliDecoderState, Deleter> m_decoder {
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
};

/// One coding on top of another.
class StackedDecompressor : public Decompressor
{
public:
    explicit StackedDecompressor(std::vector<std::unique_ptr<Decompressor>> layers)
        : m_layers(std::move(layers))
    {
    }

    QByteArray take(QByteArrayView bytes, qsizetype most) override
    {
        QByteArray plain = bytes.toByteArray();
        for (const auto &layer : m_layers)
            plain = layer->take(plain, most);
        return plain;
    }

    [[nodiscard]] State state() const noexcept override
    {
        State state = State::Complete;
        for (const auto &layer : m_layers) {
            if (layer->state() == State::Damaged || layer->state() == State::TooLong)
                return layer->state();
            if (layer->state() == State::GoesOn)
                state = State::GoesOn;
        }
        return state;
    }

private:
    std::vector<std::unique_ptr<Decompressor>> m_layers; ///< the first takes what was sent
};

std::unique_ptr<Decompressor> forCoding(const QByteArray &coding)
{
    if (coding == "gzip" || coding == "x-gzip")
        return std::make_unique<Inflation>(Inflation::Format::Gzip);
    if (coding == "deflate")
        return std::make_unique<Inflation>(Inflation::Format::Deflate);
    if (coding == "br")
        return std::make_unique<BrotliDecompressor>();
    return nullptr;
}

} // namespace

std::unique_ptr<Decompressor> Decompressor::forCodings(QByteArrayView codings)
{
    std::vector<std::unique_ptr<Decompressor>> layers;
    const QList<QByteArray> names = codings.toByteArray().toLower().split(',');
    for (auto name = names.crbegin(); name != names.crend(); ++name) {
        const QByteArray coding = name->trimmed();
        if (coding.isEmpty() || coding == "identity")
            continue;
        layers.push_back(forCoding(coding));
        if (!layers.back() || layers.size() > MostCodings)
            return nullptr;
    }
    if (layers.size() == 1)
        return std::move(layers.front());
    return layers.empty() ? nullptr : std::make_unique<StackedDecompressor>(std::move(layers));
}

std::unique_ptr<Decompressor> Decompressor::forMessages()
{
    return std::make_unique<Inflation>(Inflation::Format::Messages);
}

} // namespace wiretale
