// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/logreader.h"
#include "app/journal/rulebook.h"
#include "app/journal/statistics.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>
#include <sys/mman.h>
#include <unistd.h>

using namespace wiretale;

namespace {

constexpr RecordNumber MostJudged = 40; // judging takes the longest

/// A file in memory, whose content changes.
class Input
{
public:
    Input()
        : m_descriptor(::memfd_create("input", MFD_CLOEXEC))
    {
        fuzz::require(m_descriptor >= 0, "there is memory for a file");
    }
    ~Input() { ::close(m_descriptor); }
    Input(const Input &) = delete;
    Input &operator=(const Input &) = delete;

    void set(const std::uint8_t *bytes, std::size_t size) const
    {
        fuzz::require(::ftruncate(m_descriptor, 0) == 0
                          && ::pwrite(m_descriptor, bytes, size, 0) == ssize_t(size),
                      "the file can be written");
    }
    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor); }

private:
    int m_descriptor;
};

void checkRecord(const TrafficLog &log, RecordNumber number)
{
    const Journal &journal = log.journal();
    const Record record = journal.at(number);
    fuzz::require(number == 1 || journal.at(number - 1).departedNs <= record.departedNs,
                  "departures do not go back");
    fuzz::require(record.arrivedNs >= record.departedNs, "nothing arrives before it departs");
    fuzz::require(record.exchange <= number, "an answer follows its request");
    fuzz::require(record.connection <= journal.connectionCount(), "a record's connection is known");
    const QByteArray bytes = log.bytes(number);
    fuzz::require(bytes.isEmpty() || bytes.size() == qsizetype(record.wireBytes),
                  "a message has all of its bytes or none");
    static_cast<void>(log.summary(number));
    static_cast<void>(journal.eventIds(number));
    static_cast<void>(journal.clientName(record.connection));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static Input input;
    input.set(bytes, size);
    const Result<std::unique_ptr<LogReader>> reader = LogReader::open(input.path());
    if (!reader) {
        fuzz::require(!reader.error().message.isEmpty(), "what cannot be opened is told in a sentence");
        return 0;
    }
    for (std::size_t calls = 0; (*reader)->readOn(); ++calls)
        fuzz::require(calls <= size, "reading comes to its end");
    fuzz::require(!(*reader)->readOn(), "what was read to its end stays so");
    const std::shared_ptr<const TrafficLog> log = (*reader)->log();
    const RecordNumber last = log->journal().size();
    fuzz::require(last <= 16 * (size + 1), "no more records than the bytes can tell of");
    RuleBook book(log);
    for (RecordNumber number = 1; number <= last; ++number) {
        checkRecord(*log, number);
        if (number <= MostJudged)
            static_cast<void>(book.breaches(number));
    }
    static_cast<void>(log->statistics().scorecard());
    static_cast<void>(scorecardOf(log->journal()));
    return 0;
}
