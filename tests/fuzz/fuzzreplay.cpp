// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzztarget.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>

#include <cstdio>
#include <random>

// Runs a fuzz target without libFuzzer: fuzz_NAME FOLDER COUNT gives it each file of the folder,
// and COUNT inputs that are made from those files, always the same.

namespace {

/// Makes inputs from seeds by a few random changes, the same on every machine.
class Mutator
{
public:
    explicit Mutator(QList<QByteArray> seeds)
        : m_seeds(std::move(seeds))
    {
    }

    [[nodiscard]] QByteArray next()
    {
        QByteArray input = m_seeds.at(below(m_seeds.size()));
        for (qsizetype changes = 1 + below(6); changes > 0; --changes)
            change(input);
        return input;
    }

private:
    // Distributions differ from library to library; the engine does not.
    qsizetype below(qsizetype count) { return qsizetype(m_random() % quint64(count)); }

    void change(QByteArray &input)
    {
        static constexpr char Bytes[]
            = "\0\1\r\n\r\n\t :;,\"'()[]{}#&*!|>%-09afAF\x1e\x7e\x7f\x80\x81\xc3\xff";
        static const QByteArray telling(Bytes, sizeof Bytes - 1);
        const qsizetype at = below(input.size() + 1);
        const qsizetype length = below(qMin(input.size() - at, qsizetype(16)) + 1);
        switch (below(6)) {
        case 0:
            if (at < input.size())
                input[at] = char(input.at(at) ^ (1 << below(8)));
            break;
        case 1:
            input.insert(at, telling.at(below(telling.size())));
            break;
        case 2:
            input.remove(at, length);
            break;
        case 3:
            input.insert(at, input.mid(at, length));
            break;
        case 4:
            if (at < input.size())
                input[at] = telling.at(below(telling.size()));
            break;
        default: {
            const QByteArray &other = m_seeds.at(below(m_seeds.size()));
            input = input.first(at) + other.sliced(below(other.size() + 1));
        }
        }
    }

    QList<QByteArray> m_seeds;
    std::mt19937 m_random {1};
};

void run(const QByteArray &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()), size_t(input.size()));
}

} // namespace

int main(int argc, char *argv[])
{
    const QDir folder(argc == 3 ? QString::fromLocal8Bit(argv[1]) : QString());
    const int count = argc == 3 ? QByteArray(argv[2]).toInt() : 0;
    QList<QByteArray> seeds;
    for (const QFileInfo &each : folder.entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(each.filePath());
        if (file.open(QIODevice::ReadOnly))
            seeds << file.readAll();
    }
    if (seeds.isEmpty() || count <= 0) {
        static_cast<void>(std::fprintf(stderr, "usage: %s FOLDER_WITH_SEEDS COUNT\n", argv[0]));
        return 2;
    }
    for (const QByteArray &seed : std::as_const(seeds))
        run(seed);
    Mutator mutator(seeds);
    for (int i = 0; i < count; ++i)
        run(mutator.next());
    static_cast<void>(std::printf("%d seeds and %d inputs made from them\n", int(seeds.size()), count));
    return 0;
}
