// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/enginethread.h"

#include <QMetaObject>

#include <utility>

namespace wiretale {

EngineThread::EngineThread(const Engine::Options &options, QObject *parent)
    : QObject(parent)
{
    // Its timers and sockets belong to the thread that makes them, so it is made over there.
    auto *host = new QObject;
    host->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, host, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();
    QMetaObject::invokeMethod(
        host, [this, host, &options] { m_engine = new Engine(options, host); }, Qt::BlockingQueuedConnection);

    connect(m_engine, &Engine::started, this, &EngineThread::started);
    connect(m_engine, &Engine::stopped, this, &EngineThread::onStopped);
    connect(m_engine, &Engine::failed, this, &EngineThread::failed);
    connect(m_engine, &Engine::warned, this, &EngineThread::warned);
    connect(m_engine, &Engine::logReplaced, this, &EngineThread::logReplaced);
    connect(m_engine, &Engine::paceChanged, this, [this](const ClockPace &pace) {
        if (!m_presented) // the clock can be set while it drives nothing
            Q_EMIT paceChanged(pace);
    });
    connect(m_engine, &Engine::settingsChanged, this, &EngineThread::settingsChanged);
    connect(m_engine, &Engine::settingsMarked, this, &EngineThread::settingsMarked);
    connect(m_engine, &Engine::chapterBegan, this, &EngineThread::chapterBegan);
    connect(m_engine, &Engine::questionAsked, this, &EngineThread::questionAsked);
    connect(m_engine, &Engine::questionPassed, this, &EngineThread::questionPassed);
    connect(m_engine, &Engine::lessonEnded, this, &EngineThread::lessonEnded);
    connect(m_engine, &Engine::momentCame, this, &EngineThread::momentCame);
    connect(m_engine, &Engine::clientsChanged, this, &EngineThread::clientsChanged);
    connect(m_engine, &Engine::scorecardChanged, this, &EngineThread::scorecardChanged);
    connect(m_engine, &Engine::recordingFailed, this, &EngineThread::recordingFailed);
}

EngineThread::~EngineThread()
{
    m_thread.quit();
    m_thread.wait();
}

template <typename Call>
void EngineThread::ask(Call call)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, call = std::move(call)] { call(*engine); }, Qt::QueuedConnection);
}

void EngineThread::start(const Settings &settings)
{
    m_presented.reset();
    ask([settings](Engine &engine) { engine.start(settings); });
}

void EngineThread::startLesson(const Lesson &lesson)
{
    m_presented.reset();
    ask([lesson](Engine &engine) { engine.startLesson(lesson); });
}

void EngineThread::apply(const Settings &settings)
{
    ask([settings](Engine &engine) { engine.apply(settings); });
}

void EngineThread::stop()
{
    ++m_stopsAsked;
    ask([](Engine &engine) { engine.stop(); });
}

void EngineThread::publish(const QByteArray &type, const QByteArray &data)
{
    ask([type, data](Engine &engine) { engine.publish(type, data); });
}

void EngineThread::publishFrom(const QString &client, const QByteArray &type, const QByteArray &data)
{
    ask([client, type, data](Engine &engine) { engine.publishFrom(client, type, data); });
}

void EngineThread::pause()
{
    ask([](Engine &engine) { engine.pause(); });
}

void EngineThread::resume()
{
    ask([](Engine &engine) { engine.resume(); });
}

void EngineThread::step()
{
    ask([](Engine &engine) { engine.step(); });
}

void EngineThread::runUntil(const Moment &moment)
{
    ask([moment](Engine &engine) { engine.runUntil(moment); });
}

void EngineThread::runToNextChapter()
{
    ask([](Engine &engine) { engine.runToNextChapter(); });
}

void EngineThread::runToEnd()
{
    ask([](Engine &engine) { engine.runToEnd(); });
}

void EngineThread::giveAnswer(int question, const GivenAnswer &given)
{
    ask([question, given](Engine &engine) { engine.giveAnswer(question, given); });
}

void EngineThread::questionAnswered(int question)
{
    ask([question](Engine &engine) { engine.questionAnswered(question); });
}

void EngineThread::present(const std::shared_ptr<const TrafficLog> &log, const Extent &extent)
{
    m_presented = log;
    m_extent = extent;
    m_isShown = false;
    stop();
}

void EngineThread::onStopped()
{
    Q_EMIT stopped();
    if (--m_stopsAsked > 0 || !m_presented || std::exchange(m_isShown, true))
        return;
    Q_EMIT logReplaced(m_presented);
    tellExtent();
    Q_EMIT presentedTold();
}

void EngineThread::presentMore(const Extent &extent)
{
    m_extent = extent;
    if (m_presented && m_isShown)
        tellExtent();
}

void EngineThread::tellExtent()
{
    Q_EMIT paceChanged({.anchor = Nanoseconds {m_extent.lastNs}, .paused = true});
    Q_EMIT scorecardChanged(m_extent.scorecard);
}

} // namespace wiretale
