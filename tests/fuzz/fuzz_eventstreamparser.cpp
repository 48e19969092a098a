// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/eventstreamparser.h"
#include "tests/fuzz/fuzztarget.h"

#include <vector>

using namespace wiretale;

namespace {

struct Reading
{
    std::vector<StreamedEvent> events;
    std::vector<QByteArray> comments;
    QByteArray lastEventId;
    std::optional<std::chrono::milliseconds> retry;
    bool isOverrun = false;

    friend bool operator==(const Reading &, const Reading &) = default;
};

Reading read(QByteArrayView bytes, fuzz::Pieces pieces)
{
    Reading reading;
    EventStreamParser parser(
        [&](const StreamedEvent &event) { reading.events.push_back(event); },
        [&](QByteArrayView comment) { reading.comments.push_back(comment.toByteArray()); });
    fuzz::feedInPieces(bytes, pieces, [&](QByteArrayView piece) { parser.feed(piece); });
    reading.lastEventId = parser.lastEventId();
    reading.retry = parser.retry();
    reading.isOverrun = parser.isOverrun();
    return reading;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArrayView stream(bytes, qsizetype(size));
    const Reading whole = read(stream, fuzz::Pieces::Whole);
    fuzz::require(read(stream, fuzz::Pieces::Bytes) == whole, "byte by byte gives the same events");
    fuzz::require(read(stream, fuzz::Pieces::Uneven) == whole, "uneven pieces give the same events");
    for (const StreamedEvent &event : whole.events) {
        fuzz::require(!event.type.isEmpty(), "an event has a type");
        fuzz::require(!event.data.contains('\r'), "a line end is no data");
        fuzz::require(!event.lastEventId.contains('\0'), "an id holds no NUL");
    }
    fuzz::require(!whole.retry || whole.retry->count() >= 0, "nobody reconnects in the past");
    return 0;
}
