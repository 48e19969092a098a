<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>wiretale::BodyText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Event stream, %n event(s)</source>
        <translation>
            <numerusform>Event stream, %n event</numerusform>
            <numerusform>Event stream, %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n message(s)</source>
        <translation>
            <numerusform>from %n message</numerusform>
            <numerusform>from %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unpacked from %n byte(s) of %1</source>
        <extracomment>of a body; %1 is the name of a compression</extracomment>
        <translation>
            <numerusform>unpacked from %n byte of %1</numerusform>
            <numerusform>unpacked from %n bytes of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::ClientsPanel</name>
    <message numerus="yes">
        <source>%n event(s) received</source>
        <translation>
            <numerusform>%n event received</numerusform>
            <numerusform>%n events received</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::Explanation</name>
    <message numerus="yes">
        <source>This client has %n other connection(s) open, which are busy or serve something else, so it needs one more.</source>
        <translation>
            <numerusform>This client has %n other connection open, which is busy or serves something else, so it needs one more.</numerusform>
            <numerusform>This client has %n other connections open, which are busy or serve something else, so it needs one more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A WebSocket message is complete with this frame; it brings %n event(s): %1.</source>
        <extracomment>%1 are the numbers of events, such as &quot;4, 6, 9&quot;</extracomment>
        <translation>
            <numerusform>A WebSocket message is complete with this frame; it brings %n event: %1.</numerusform>
            <numerusform>A WebSocket message is complete with this frame; it brings %n events: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The question finds news: this answer brings %n event(s) at once, %1.</source>
        <extracomment>%1 are the numbers of the events, such as &quot;4, 6, 9&quot;</extracomment>
        <translation>
            <numerusform>The question finds news: this answer brings %n event at once, %1.</numerusform>
            <numerusform>The question finds news: this answer brings %n events at once, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One chunk of an answer that goes on, with %n event(s) in it: %1.</source>
        <extracomment>%1 are the numbers of events, such as &quot;4, 6, 9&quot;</extracomment>
        <translation>
            <numerusform>One chunk of an answer that goes on, with %n event in it: %1.</numerusform>
            <numerusform>One chunk of an answer that goes on, with %n events in it: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::Exporter</name>
    <message numerus="yes">
        <source>The diagram would fill %n pictures, each a file of its own; choose fewer messages, or make it one PDF.</source>
        <translation>
            <numerusform>The diagram would fill %n picture, each a file of its own; choose fewer messages, or make it one PDF.</numerusform>
            <numerusform>The diagram would fill %n pictures, each a file of its own; choose fewer messages, or make it one PDF.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::FilterChip</name>
    <message numerus="yes">
        <source>%1 of %Ln message(s)</source>
        <extracomment>how many messages a filter leaves: %1 of %Ln</extracomment>
        <translation>
            <numerusform>%1 of %Ln message</numerusform>
            <numerusform>%1 of %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::HeadlessRun</name>
    <message numerus="yes">
        <source>The lesson had not come to its end after %n minute(s) of the clock&apos;s time.</source>
        <translation>
            <numerusform>The lesson had not come to its end after %n minute of the clock&apos;s time.</numerusform>
            <numerusform>The lesson had not come to its end after %n minutes of the clock&apos;s time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::LessonList</name>
    <message numerus="yes">
        <source>%1%2 (%3, %n minute(s)): %4</source>
        <translation>
            <numerusform>%1%2 (%3, %n minute): %4</numerusform>
            <numerusform>%1%2 (%3, %n minutes): %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::MessageDescription</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::MessageDetails</name>
    <message numerus="yes">
        <source>… and %n more byte(s)</source>
        <translation>
            <numerusform>… and %n more byte</numerusform>
            <numerusform>… and %n more bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::MessageLabel</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::OpenedTraffic</name>
    <message numerus="yes">
        <source>%1 is being read: %Ln message(s) so far.</source>
        <extracomment>%1: name of a file</extracomment>
        <translation>
            <numerusform>%1 is being read: %Ln message so far.</numerusform>
            <numerusform>%1 is being read: %Ln messages so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: a recording of %Ln message(s).</source>
        <extracomment>%1: name of a file</extracomment>
        <translation>
            <numerusform>%1: a recording of %Ln message.</numerusform>
            <numerusform>%1: a recording of %Ln messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::RecordCard</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::Report</name>
    <message numerus="yes">
        <source>%n more page(s) of the diagram are left out here; as a PDF it has them all.</source>
        <translation>
            <numerusform>%n more page of the diagram is left out here; as a PDF it has them all.</numerusform>
            <numerusform>%n more pages of the diagram are left out here; as a PDF it has them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more message(s) are not listed here; a table for spreadsheets has them all.</source>
        <translation>
            <numerusform>%n more message is not listed here; a table for spreadsheets has them all.</numerusform>
            <numerusform>%n more messages are not listed here; a table for spreadsheets has them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::RequestHead</name>
    <message numerus="yes">
        <source>A request has at most %n header(s).</source>
        <translation>
            <numerusform>A request has at most %n header.</numerusform>
            <numerusform>A request has at most %n headers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::SaveDialog</name>
    <message numerus="yes">
        <source>The %n rows chosen in the table</source>
        <translation>
            <numerusform>The %n row chosen in the table</numerusform>
            <numerusform>The %n rows chosen in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::SearchPanel</name>
    <message numerus="yes">
        <source>%1: found %n place(s) so far</source>
        <extracomment>%1 is what is looked for</extracomment>
        <translation>
            <numerusform>%1: found %n place so far</numerusform>
            <numerusform>%1: found %n places so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: found %n place(s)</source>
        <extracomment>%1 is what is looked for</extracomment>
        <translation>
            <numerusform>%1: found %n place</numerusform>
            <numerusform>%1: found %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::TrafficOpener</name>
    <message numerus="yes">
        <source>Reading was cancelled; the first %Ln message(s) are here.</source>
        <translation>
            <numerusform>Reading was cancelled; the first message is here.</numerusform>
            <numerusform>Reading was cancelled; the first %Ln messages are here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::TrafficTable</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln message(s)</source>
        <extracomment>how many rows a filter leaves: %1 of %Ln</extracomment>
        <translation>
            <numerusform>%1 of %Ln message</numerusform>
            <numerusform>%1 of %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::UpcomingStrip</name>
    <message numerus="yes">
        <source>%1 and %n more: %2 in %3 s</source>
        <translation>
            <numerusform>%1 and %n more: %2 in %3 s</numerusform>
            <numerusform>%1 and %n more: %2 in %3 s</numerusform>
        </translation>
    </message>
</context>
</TS>
