// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationwords.h"

#include <QCoreApplication>

#include <array>

namespace wiretale {

namespace {

struct ThingTexts
{
    DiagramThing thing;
    const char *title;
    const char *what;
    const char *cost;
    const char *specification;
};

constexpr std::array<ThingTexts, DiagramThingCount> Things {{
    {DiagramThing::OpeningLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "A connection opens"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "The client opens a TCP connection; nothing can be asked before it stands."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It costs the way to the server and back before the first byte of a question "
                       "may go."),
     "RFC 9112, 9.1; RFC 9293, 3.5"},
    {DiagramThing::ClosingLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "A connection closes"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "One side ends its direction of a connection; when both have, it is gone."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It carries no bytes, but the next question pays for a new connection."),
     "RFC 9112, 9.6"},
    {DiagramThing::RequestLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "A request"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "A client asks the server for something, with a line, some headers and perhaps "
                       "a body."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It costs those bytes again each time, whether there is news or not."),
     "RFC 9110, 9"},
    {DiagramThing::AnswerLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "An answer"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "The server answers one request with a status, headers and what was asked for."),
     QT_TRANSLATE_NOOP("wiretale::Explanation", "The headers are what it costs beyond the news in it."),
     "RFC 9110, 15"},
    {DiagramThing::EmptyAnswerLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "An empty answer"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "The answer to a poll that says that there is no news: 204, 304, or an empty "
                       "list."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It is short but not free: with its question it takes hundreds of bytes to say "
                       "nothing."),
     "RFC 9110, 15.3.5 and 15.4.5"},
    {DiagramThing::PortionLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "A portion of an answer"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "A piece of an answer that is sent bit by bit, while the rest is not there yet."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It costs a few bytes for its length; where it begins and ends means nothing to "
                       "the program that reads it."),
     "RFC 9112, 7.1; RFC 6202, 3"},
    {DiagramThing::EventLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "A pushed event"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "An event that the server sends down an open answer, without being asked again."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It costs little more than its own text, and one transit of time."),
     "WHATWG HTML, 9.2.6"},
    {DiagramThing::HeartbeatLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "A heartbeat"),
     QT_TRANSLATE_NOOP("wiretale::Explanation", "A comment in an event stream that clients ignore."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It costs a few bytes now and then, and keeps proxies from cutting a line on "
                       "which nothing happens."),
     "WHATWG HTML, 9.2.7"},
    {DiagramThing::HandshakeLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "A handshake"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "A request to change over from HTTP to WebSocket, and the answer 101 that "
                       "grants it."),
     QT_TRANSLATE_NOOP("wiretale::Explanation", "It is paid once for each connection."), "RFC 6455, 4"},
    {DiagramThing::FrameLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "A frame"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "A piece of a WebSocket message; both sides may send one whenever they like."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Its head costs 2 to 14 bytes, of which a client's mask takes four."),
     "RFC 6455, 5"},
    {DiagramThing::ControlFrameLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "Ping, pong, close"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Frames that keep up or end a WebSocket and carry no message of it."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "They cost a few bytes each; pings show that the other side is still there."),
     "RFC 6455, 5.5"},
    {DiagramThing::FaultLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "An error"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Something went wrong: an error status, a broken connection, bytes that no "
                       "protocol allows, or a fault of the link."),
     QT_TRANSLATE_NOOP("wiretale::Explanation", "What it costs shows in what has to be asked or sent again."),
     "RFC 9110, 15.5 and 15.6"},
    {DiagramThing::OtherBytesLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "Other bytes"),
     QT_TRANSLATE_NOOP("wiretale::Explanation", "Bytes that are no message of a protocol known here."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "They take their place on the wire like any others, and are carried on "
                       "unchanged."),
     ""},
    {DiagramThing::ClientLifeline, QT_TRANSLATE_NOOP("wiretale::Explanation", "A client"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "This line is a client's time, from top to bottom; a message leaves or reaches "
                       "it where it touches the line."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "A client alone begins: a server that speaks first needs a way that the client "
                       "has opened for it."),
     "RFC 9110, 3.3"},
    {DiagramThing::ServerLifeline, QT_TRANSLATE_NOOP("wiretale::Explanation", "The server"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "This line is the server's time, from top to bottom; it is the same server in "
                       "every lane."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "What stands on it is what the server has to keep in mind for this client."),
     "RFC 9110, 3.3"},
    {DiagramThing::ConnectionBar, QT_TRANSLATE_NOOP("wiretale::Explanation", "An open connection"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "The band behind the lifelines lasts as long as a TCP connection is open; two "
                       "bands side by side are two connections."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "An open connection costs memory at both ends, and a browser opens six to a "
                       "server over HTTP/1.1 at the most."),
     "RFC 9112, 9.3 and 9.4"},
    {DiagramThing::HeldBar, QT_TRANSLATE_NOOP("wiretale::Explanation", "A request that waits"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "The server has a request and has not answered yet, from the top of this bar to "
                       "its bottom."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "A poll is answered at once; a long poll is held until there is news or its "
                       "time runs out, and keeps a connection busy as long as that."),
     "RFC 6202, 2.1"},
    {DiagramThing::StreamingBar, QT_TRANSLATE_NOOP("wiretale::Explanation", "An answer that goes on"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "The server has begun its answer and goes on with it, portion by portion or "
                       "event by event."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "While it lasts the connection can carry no other request, but what is "
                       "published costs no new question."),
     "RFC 6202, 3; WHATWG HTML, 9.2"},
    {DiagramThing::InFlight, QT_TRANSLATE_NOOP("wiretale::Explanation", "A message on its way"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Its head is where its bytes are now: they have left and have not arrived."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "The link holds it for its latency and for the time that its bytes need; nobody "
                       "at the other end knows of it yet."),
     ""},
    {DiagramThing::CutArrow, QT_TRANSLATE_NOOP("wiretale::Explanation", "A message that never arrived"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It left, but the other side was gone, or the connection was cut under way."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Its bytes were spent for nothing, and its sender does not learn of it by "
                       "itself."),
     "RFC 9112, 8 and 9.5"},
    {DiagramThing::DenseStroke, QT_TRANSLATE_NOOP("wiretale::Explanation", "Many messages"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Here so many messages lie close together that they are drawn as strokes, each "
                       "in the colour of its kind."),
     QT_TRANSLATE_NOOP("wiretale::Explanation", "Show a shorter time to see them one by one."), ""},
    {DiagramThing::Fold, QT_TRANSLATE_NOOP("wiretale::Explanation", "Time left out"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Nothing departed or arrived for so long here that the diagram leaves out the "
                       "time."),
     QT_TRANSLATE_NOOP("wiretale::Explanation", "The waiting was real: it counts in all figures as it was."),
     ""},
    {DiagramThing::NowLine, QT_TRANSLATE_NOOP("wiretale::Explanation", "Now"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Everything above this line has happened, and what is in flight ends at it."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "It moves with the program's clock: slower or faster than the one on the wall, "
                       "and not at all when paused."),
     ""},
    {DiagramThing::TimeRuler, QT_TRANSLATE_NOOP("wiretale::Explanation", "The time"),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "Times on the program's clock, counted from the beginning of the recording."),
     QT_TRANSLATE_NOOP("wiretale::Explanation",
                       "They are what the link and the timers make of them, however slowly the lesson "
                       "is shown."),
     ""},
}};

} // namespace

Explanation explain(DiagramThing thing)
{
    const ThingTexts &texts = Things[size_t(thing)];
    Q_ASSERT_X(texts.thing == thing, "explain", "the table is not in the order of DiagramThing");
    ExplanationDraft draft(worded(texts.title), QString::fromLatin1(texts.specification));
    draft.say(worded(texts.what));
    draft.say(worded(texts.cost));
    return draft.explanation();
}

} // namespace wiretale
