// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/exporters/traffic.h"

namespace wiretale {

namespace {

using enum MessageKind;
using enum RecordFlag;

constexpr Direction Up = Direction::ClientToServer;
constexpr Direction Down = Direction::ServerToClient;

/// One line of a message after the other, each ended by CRLF.
QByteArray lines(const QByteArrayList &list)
{
    return list.join("\r\n") + "\r\n";
}

RecordNumber get(Traffic &traffic, ConnectionNumber connection, Technique technique, const QByteArray &target,
                 const QByteArrayList &fields = {})
{
    const QByteArray bytes = lines(QByteArrayList {"GET " + target + " HTTP/1.1", "Host: 127.0.0.1:7780"}
                                   + fields + QByteArrayList {""});
    return traffic.send(connection,
                        {.kind = Request,
                         .direction = Up,
                         .technique = technique,
                         .bytes = bytes,
                         .code = quint16(HttpMethod::Get),
                         .eventIds = {}});
}

void playPolls(Traffic &traffic, Sample &sample)
{
    constexpr Technique Poll = Technique::AjaxPolling;
    const ConnectionNumber connection = traffic.open(QStringLiteral("ajax-1"));
    sample.emptyPoll = get(traffic, connection, Poll, "/events?after=0&note=a%20b+c",
                           {"Cookie: theme=dark; id=7", "User-Agent: ajax"});
    traffic.wait(12);
    traffic.send(
        connection,
        {.kind = Response,
         .exchange = sample.emptyPoll,
         .technique = Poll,
         .bytes = lines({"HTTP/1.1 204 No Content", "Date: Fri, 02 Jan 2026 03:04:05 GMT",
                         "Set-Cookie: seen=1; Path=/; Expires=Sat, 03 Jan 2026 00:00:00 GMT; HttpOnly", ""}),
         .code = 204,
         .flags = Empty | KeepAlive | Final,
         .eventIds = {}});
    traffic.wait(1000);
    sample.poll = get(traffic, connection, Poll, "/events?after=0");
    traffic.wait(10);
    const QByteArray body = R"([{"id":1,"type":"price","data":"10,5 \"€\""}])";
    traffic.send(connection,
                 {.kind = Response,
                  .exchange = sample.poll,
                  .technique = Poll,
                  .bytes = lines({"HTTP/1.1 200 OK", "Content-Type: application/json",
                                  "Content-Length: " + QByteArray::number(body.size()), ""})
                      + body,
                  .code = 200,
                  .flags = KeepAlive | Final,
                  .payloadBytes = 10,
                  .eventIds = {1}});
    traffic.wait(15);
    const QByteArray event = R"({"type":"note","data":"hi"})";
    sample.post = traffic.send(
        connection,
        {.kind = Request,
         .direction = Up,
         .technique = Technique::Http,
         .bytes = lines({"POST /events HTTP/1.1", "Host: 127.0.0.1:7780", "Content-Type: application/json",
                         "Content-Length: " + QByteArray::number(event.size()), ""})
             + event,
         .code = quint16(HttpMethod::Post),
         .payloadBytes = 2,
         .eventIds = {}});
    traffic.wait(11);
    traffic.send(
        connection,
        {.kind = Response,
         .exchange = sample.post,
         .bytes = lines({"HTTP/1.1 201 Created", "Content-Type: application/json", "Content-Length: 8", ""})
             + "{\"id\":2}",
         .code = 201,
         .flags = KeepAlive | Final,
         .eventIds = {}});
    traffic.settle();
}

void playLongPolls(Traffic &traffic, Sample &sample)
{
    constexpr Technique Wait = Technique::LongPolling;
    const ConnectionNumber connection = traffic.open(QStringLiteral("long-1"));
    sample.longPoll = get(traffic, connection, Wait, "/events/wait?after=0&timeout=10000");
    traffic.wait(2010);
    const RecordNumber exchange = sample.longPoll;
    traffic.send(connection,
                 {.kind = Response,
                  .exchange = exchange,
                  .technique = Wait,
                  .bytes = lines({"HTTP/1.1 200 OK", "Content-Type: application/json",
                                  "Transfer-Encoding: chunked", ""}),
                  .code = 200,
                  .flags = KeepAlive | Streaming,
                  .eventIds = {}});
    traffic.send(connection,
                 {.kind = Chunk,
                  .exchange = exchange,
                  .technique = Wait,
                  .bytes = "7;x=y\r\n[{\"id\":\r\n",
                  .eventIds = {}});
    traffic.wait(5);
    traffic.send(connection,
                 {.kind = Chunk,
                  .exchange = exchange,
                  .technique = Wait,
                  .bytes = "10\r\n1,\"data\":\"1.5\"}]\r\n0\r\nX-Trailer: 1\r\n\r\n",
                  .flags = Final,
                  .payloadBytes = 3,
                  .eventIds = {1}});
    traffic.settle();
    sample.abortedLongPoll = get(traffic, connection, Wait, "/events/wait?after=1");
    traffic.wait(500);
    traffic.close(connection, Up);
    traffic.settle();
    traffic.close(connection, Down);
    traffic.settle();
}

RecordNumber playStreamHead(Traffic &traffic, ConnectionNumber connection)
{
    constexpr Technique Stream = Technique::EventStream;
    const RecordNumber request = get(traffic, connection, Stream, "/events/stream",
                                     {"Accept: text/event-stream", "Last-Event-ID: 0"});
    traffic.wait(12);
    traffic.send(connection,
                 {.kind = Response,
                  .exchange = request,
                  .technique = Stream,
                  .bytes = lines({"HTTP/1.1 200 OK", "Content-Type: text/event-stream; charset=utf-8",
                                  "Transfer-Encoding: chunked", ""}),
                  .code = 200,
                  .flags = Streaming,
                  .eventIds = {}});
    traffic.wait(100);
    traffic.send(connection,
                 {.kind = Event,
                  .exchange = request,
                  .technique = Stream,
                  .bytes = "26\r\nid: 1\nevent: price\ndata: 10\ndata: 11\n\n\r\n",
                  .payloadBytes = 5,
                  .eventIds = {1}});
    traffic.wait(100);
    return request;
}

void playStreams(Traffic &traffic, Sample &sample)
{
    constexpr Technique Stream = Technique::EventStream;
    const ConnectionNumber connection = traffic.open(QStringLiteral("stream-1"));
    sample.stream = playStreamHead(traffic, connection);
    traffic.send(connection,
                 {.kind = Heartbeat,
                  .exchange = sample.stream,
                  .technique = Stream,
                  .bytes = "3\r\n:\n\n\r\n",
                  .eventIds = {}});
    traffic.wait(100);
    traffic.send(connection,
                 {.kind = Event,
                  .exchange = sample.stream,
                  .technique = Stream,
                  .bytes = "11\r\nid: 2\ndata: \xE2\x82\xAC\n\n\r\n",
                  .payloadBytes = 3,
                  .eventIds = {2}});
    traffic.settle();

    const ConnectionNumber other = traffic.open(QStringLiteral("stream-2"));
    sample.abortedStream = playStreamHead(traffic, other);
    traffic.close(other, Up);
    traffic.settle();
}

// The frames are those of RFC 6455, 5.7.
void playSocket(Traffic &traffic, Sample &sample)
{
    constexpr Technique Socket = Technique::WebSocket;
    const ConnectionNumber connection = traffic.open(QStringLiteral("socket-1"));
    sample.socket = traffic.send(
        connection,
        {.kind = Request,
         .direction = Up,
         .technique = Socket,
         .bytes = lines({"GET /events/socket?after=0 HTTP/1.1", "Host: 127.0.0.1:7780", "Upgrade: websocket",
                         "Connection: Upgrade",
                         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13", ""}),
         .code = quint16(HttpMethod::Get),
         .flags = Handshake,
         .eventIds = {}});
    traffic.wait(10);
    traffic.send(
        connection,
        {.kind = Response,
         .exchange = sample.socket,
         .technique = Socket,
         .bytes = lines({"HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
                         "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", ""}),
         .code = 101,
         .flags = Handshake,
         .eventIds = {}});
    const auto frame = [&](Direction direction, FrameOpcode opcode, const QByteArray &hex, RecordFlag flags) {
        traffic.wait(20);
        traffic.send(connection,
                     {.kind = Frame,
                      .direction = direction,
                      .exchange = sample.socket,
                      .technique = Socket,
                      .bytes = QByteArray::fromHex(hex),
                      .code = quint16(opcode),
                      .flags = flags,
                      .eventIds = {}});
    };
    frame(Up, FrameOpcode::Text, "818537fa213d7f9f4d5158", Fin | Masked); // "Hello"
    frame(Down, FrameOpcode::Text, "010348656c", None); // "Hel"
    frame(Down, FrameOpcode::Ping, "890548656c6c6f", Fin); // between the fragments
    frame(Up, FrameOpcode::Pong, "8a8537fa213d7f9f4d5158", Fin | Masked);
    frame(Down, FrameOpcode::Continuation, "80026c6f", Fin); // "lo"
    frame(Down, FrameOpcode::Binary, "8203ff0001", Fin);
    frame(Up, FrameOpcode::Close, "888237fa213d3412", Fin | Masked); // 1000
    frame(Down, FrameOpcode::Close, "880203e8", Fin);
    traffic.wait(10);
    traffic.close(connection, Down);
    traffic.settle();
    traffic.close(connection, Up);
    traffic.settle();
}

void playOddities(Traffic &traffic, Sample &sample)
{
    const ConnectionNumber connection = traffic.open(QStringLiteral("=HYPERLINK(\"x\"),1"));
    sample.binary = traffic.send(connection,
                                 {.kind = Request,
                                  .direction = Up,
                                  .bytes = lines({"GET /logo HTTP/1.1", "Host: 127.0.0.1:7780", ""}),
                                  .code = quint16(HttpMethod::Get),
                                  .eventIds = {}});
    traffic.wait(10);
    traffic.send(connection,
                 {.kind = Response,
                  .exchange = sample.binary,
                  .bytes = lines({"HTTP/1.1 103 Early Hints", ""}),
                  .code = 103,
                  .eventIds = {}});
    traffic.send(connection,
                 {.kind = Response,
                  .exchange = sample.binary,
                  .bytes = lines({"HTTP/1.1 200 OK", "Content-Type: image/png", "Content-Length: 4", ""})
                      + QByteArray::fromHex("89ff0001"),
                  .code = 200,
                  .flags = KeepAlive | Final,
                  .eventIds = {}});
    traffic.settle();
    sample.lost = get(traffic, connection, Technique::Http, "/lost");
    traffic.wait(10);
    const RecordNumber answer = traffic.send(connection,
                                             {.kind = Response,
                                              .exchange = sample.lost,
                                              .bytes = lines({"HTTP/1.1 200 OK", "Content-Length: 0", ""}),
                                              .code = 200,
                                              .flags = Final,
                                              .eventIds = {}});
    traffic.lose(answer);
    traffic.close(connection, Up);
    traffic.settle();

    const ConnectionNumber last = traffic.open(QStringLiteral("клиент-1"));
    traffic.send(
        last,
        {.kind = Opaque, .direction = Up, .bytes = QByteArray::fromHex("000102ff0d0a2c22"), .eventIds = {}});
    traffic.settle();
    sample.waiting = get(traffic, last, Technique::LongPolling, "/events/wait?after=2");
    traffic.wait(250);
    traffic.send(last, {.kind = Fault, .bytes = {}, .eventIds = {}}); // in flight when the log is written
}

} // namespace

Sample sampleTraffic()
{
    Sample sample;
    sample.traffic = std::make_unique<Traffic>();
    playPolls(*sample.traffic, sample);
    playLongPolls(*sample.traffic, sample);
    playStreams(*sample.traffic, sample);
    playSocket(*sample.traffic, sample);
    playOddities(*sample.traffic, sample);
    return sample;
}

} // namespace wiretale
