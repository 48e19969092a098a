// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capturesource.h"

#include "app/journal/pcapngsource.h"
#include "app/journal/pcapsource.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qint64 BufferSize = qint64(256) * 1024;

Error cannotRead(const QString &path, const QString &reason)
{
    //: %1: path of a file, %2: what the system says is wrong with it
    return {QCoreApplication::translate("wiretale::LogReader",
                                        "The file %1 cannot be opened (%2); choose another.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

} // namespace

Result<std::unique_ptr<CaptureSource>> CaptureSource::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotRead(path, file->errorString());
    const QByteArray magic = file->peek(4);
    std::unique_ptr<CaptureSource> source;
    if (PcapngSource::isMeant(magic))
        source = std::make_unique<PcapngSource>(std::move(file));
    else if (PcapSource::isMeant(magic))
        source = std::make_unique<PcapSource>(std::move(file));
    if (!source) {
        //: %1: path of a file
        return Error {
            QCoreApplication::translate("wiretale::LogReader",
                                        "The file %1 is no capture: it begins neither as pcapng nor "
                                        "as pcap does; choose another.")
                .arg(QDir::toNativeSeparators(path))};
    }
    return source;
}

CaptureSource::CaptureSource(std::unique_ptr<QFile> file)
    : m_file(std::move(file))
    , m_size(m_file->size())
{
}

QByteArrayView CaptureSource::peek(qint64 count)
{
    const qint64 have = m_bufferAt + m_buffer.size() - m_at;
    if (have < count) {
        m_buffer.remove(0, m_at - m_bufferAt);
        m_bufferAt = m_at;
        const qint64 wanted = std::max(count, BufferSize) - m_buffer.size();
        const qsizetype before = m_buffer.size();
        m_buffer.resize(before + wanted);
        const qint64 got = m_file->read(m_buffer.data() + before, wanted);
        m_buffer.resize(before + std::max<qint64>(got, 0));
    }
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_at - m_bufferAt);
    return rest.first(std::min<qint64>(rest.size(), count));
}

void CaptureSource::skip(qint64 count)
{
    Q_ASSERT_X(m_at + count <= m_bufferAt + m_buffer.size(), "CaptureSource::skip", "was not peeked at");
    m_at += count;
}

bool CaptureSource::stop(State state) noexcept
{
    m_state = state;
    return false;
}

} // namespace wiretale
