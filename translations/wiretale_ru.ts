<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en_US">
<context>
    <name>AddressBox</name>
    <message>
        <source>Nothing listens</source>
        <extracomment>%1 is an address to open in a browser</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in a browser: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in a &amp;browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page in a browser: it becomes a client like the others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AjaxPollingClient</name>
    <message>
        <source>A poll was not answered: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>The page could not be opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event could not be published: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent something that is no event: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientsPanel</name>
    <message numerus="yes">
        <source>%n event(s) received</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for news at an interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for news; the server holds the request until there is some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks once; events come in an answer that never ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrades its connection; then both sides send frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loads the page now and then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockLabel</name>
    <message>
        <source>Paused at %1 s</source>
        <extracomment>The clock&apos;s state: %1 is a number of seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock %1 s, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s own time, which all messages and waits are counted in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockTransport</name>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the clock run on (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the clock: everything waits, nothing is lost (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run until the next message arrives, then pause (F10 or S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin &amp;anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew with these settings and an empty record (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (real time)</source>
        <extracomment>A rate of the clock: %1 is a factor such as ×1</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Port %1 is in use; the wire listens on port %2 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client named &quot;%1&quot; runs, so it cannot send anything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventServer</name>
    <message>
        <source>This method is not for this address; see the header &quot;Allow&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventSourceClient</name>
    <message>
        <source>The server sent %1 where an event stream was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event stream was refused with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event stream broke: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream sent an event whose id is no number: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message>
        <source>&quot;%1&quot; cannot be created: %2. Choose a folder that exists and that you may write to.</source>
        <extracomment>%1: a file&apos;s path; %2: the system&apos;s reason, such as &quot;Permission denied&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2. What was there before is unchanged; make room on the disk or choose another place.</source>
        <extracomment>%1: a file&apos;s path; %2: the system&apos;s reason, such as &quot;No space left on device&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaultBar</name>
    <message>
        <source>Begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: begin anew with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadlessRun</name>
    <message>
        <source>Open http://127.0.0.1:%1/ in a browser to join in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some clients had not received every event when the time was up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Wiretale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what really passes between a client and a server: every arrow is a message, drawn while it travels.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Wiretale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageChooser</name>
    <message>
        <source>&amp;System</source>
        <extracomment>The language that the system is set to</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegendView</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkChooser</name>
    <message>
        <source>Own link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long messages travel between clients and server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own link…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link with a name; own values below make it your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a message travels, one way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the latency at random, from nothing to this. Messages never overtake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many bits the link carries in a second of the clock&apos;s time, each way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <extracomment>Unit after a number of milliseconds, with a space before it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Mbit/s</source>
        <extracomment>Unit after a number of megabits per second, with a space before it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not limited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LongPollingClient</name>
    <message>
        <source>A long poll was not answered: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <extracomment>Titles of the menus</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <extracomment>In every language the menu&apos;s title should name the word for language so that it can be guessed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDetails</name>
    <message>
        <source>Click a message in the diagram to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message has no bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes of this message were not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the frame carries:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageClient</name>
    <message>
        <source>The page could not be loaded: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishPanel</name>
    <message>
        <source>the server</source>
        <extracomment>Who publishes an event</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the server publishes events by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval, or the mean of random times, on the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who publishes the event below: the server, or a client by its own way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event&apos;s type: a name that clients can listen for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event&apos;s data. Return publishes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at an interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at random times</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>&amp;Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish this event now (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;hand only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At an &amp;interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At &amp;random times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello</source>
        <extracomment>Data of the first event that somebody publishes by hand</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatePlot</name>
    <message>
        <source>Messages per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thousand messages per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kilobytes per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last minute of the clock, second by second; 0 is now. The scale fits the four techniques: plain HTTP, such as a page that is loaded, may stick out above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateSlider</name>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate of the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the clock runs: ×1 is real time. Slower and faster: [ and ]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SceneChooser</name>
    <message>
        <source>The scene: who takes part and when there is news. Choosing one begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScorecardModel</name>
    <message>
        <source>%1 s</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <extracomment>%1 is a number of bytes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of the techniques that delivered events.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScorecardView</name>
    <message>
        <source>Scorecard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are the model&apos;s, on the program&apos;s clock; its rate does not enter. Bold: the best.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SequenceView</name>
    <message>
        <source>Sequence diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the &amp;newest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fold idle time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages appear here as they leave.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextSize</name>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimingPanel</name>
    <message>
        <source>Asking and answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AJAX polling: how long the client waits between an answer and its next request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AJAX polling: what the server answers when there is no news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long poll timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long polling: how long the server holds a request before it answers without news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server-sent events and WebSocket: how often a quiet connection shows that it lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a client waits before it connects again after a connection broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients send every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each client sends an event of its own to the server, each by its own way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long poll in portions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long polling: one request is answered piece by piece, then finally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <extracomment>Unit after a number of milliseconds, with a space before it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>Instead of an interval</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>204 No Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>304 Not Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 with an empty list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrafficChart</name>
    <message>
        <source>(pale: overhead)</source>
        <extracomment>Legend of the traffic chart: what the two shades of a colour mean.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrafficSaver</name>
    <message>
        <source>Save traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save traffic as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the traffic as a file that other tools open (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the traffic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebSocketClient</name>
    <message>
        <source>The WebSocket closed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wire</name>
    <message>
        <source>Port %1 is in use: end the program that listens there, or choose another with --port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wire cannot listen on port %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale</name>
    <message>
        <source>The server does not answer on port %1; begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::CommandLine</name>
    <message>
        <source>run SCENE: play a scene without a window and print the scorecard. serve: server and wire only, for browsers and other clients. list: the scenes. None: the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to play, such as 30s, in the clock&apos;s time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock&apos;s rate, 0.02 to 20; 1 is real time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link: loopback, lan, mobile, satellite or slow-motion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link&apos;s latency, one way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link&apos;s bandwidth, such as 2Mbit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random time added to the latency, up to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wire&apos;s port; 0 takes any that is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the server publishes an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins all that is random; the same seed, the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which clients run: http, ajax-polling, long-polling, event-stream, websocket, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language: en or ru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the traffic to a file at the end, as often as wanted; the format follows from the ending: .pcapng, .har, .csv, .jsonl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the capture to this file as it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a rate; it is a number from 0.02 to 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a whole number from 0 to %2, not &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link &quot;%1&quot;; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kind of client &quot;%1&quot;; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--publish-every takes at least a millisecond, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;; there are en, ru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ending of &quot;%1&quot; names no format; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scene &quot;%1&quot;; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;run&quot; needs a scene; &quot;wiretale list&quot; names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; there are run, serve and list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what really passes between a client and a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--for and --export go with &quot;run&quot; or &quot;serve&quot;; in the window, save from the File menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a length of time; write it like 30s, 500ms or 2min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a bandwidth; write it like 64kbit, 2Mbit or 1Gbit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::Duration</name>
    <message>
        <source>%1 us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::Endpoint</name>
    <message>
        <source>&quot;%1&quot; is a whole number, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is 204, 304 or 200, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event is sent as &quot;Content-Type: application/json&quot;, not encoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is for a WebSocket&apos;s handshake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server speaks version 13 of the WebSocket protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;Sec-WebSocket-Key&quot; is 16 bytes in Base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is 0 or 1, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::Event</name>
    <message>
        <source>This is not JSON: %1 at byte %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event is a JSON object; this is something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event needs the member &quot;data&quot;, a string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event&apos;s &quot;type&quot; is a string of one line that is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event&apos;s &quot;id&quot; is a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::EventServer</name>
    <message>
        <source>The server cannot listen on port %1 of this machine: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::Exporter</name>
    <message>
        <source>Capture for Wireshark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP archive for browsers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One JSON object a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ending of &quot;%1&quot; names no format; give it one of %2.</source>
        <extracomment>%1: a file&apos;s path; %2: a list of endings such as &quot;.har, .csv&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::MessageDescription</name>
    <message>
        <source>Connection opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request to upgrade to WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty answer: no news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head of an answer that streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piece of an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server-sent event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat: a comment line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault of the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of no known protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1 is a number of seconds on the program&apos;s clock</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never: the other side was gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <extracomment>%1 is a time on the clock, %2 how long the message travelled</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of them %2 of events</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to request #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by the server, no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered after %1 at the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 after its publishing)</source>
        <extracomment>An event and how long after its publishing it arrived: %1 is its id, %2 a time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breaks the syntax of its protocol</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::MessageMark</name>
    <message>
        <source>connection opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portion of an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pushed event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping, pong, close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::NamedLink</name>
    <message>
        <source>Loopback (no delay)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local network (0.5 ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile (60 ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satellite (300 ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion (700 ms)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::RecordCard</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modelled transit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never: its receiver was gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::RequestGate</name>
    <message>
        <source>The request did not come to its end in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has as many connections as it may have.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::RequestHead</name>
    <message>
        <source>A header line is not &quot;Name: value&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header&apos;s value has a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A request has at most %n header(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A request of HTTP/1.1 has exactly one &quot;Host&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &quot;Host&quot; is no host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;Transfer-Encoding&quot; goes neither with &quot;Content-Length&quot; nor with HTTP/1.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;Content-Length&quot; is one whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line is not &quot;METHOD /path HTTP/1.1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::RequestReader</name>
    <message>
        <source>The body&apos;s chunks are malformed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request&apos;s first line is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request&apos;s headers are too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no HTTP request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line ends with CR and LF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A body has at most %1 bytes here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::Scene</name>
    <message>
        <source>One request, one answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client opens a connection, asks for a page and gets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AJAX polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page asks again and again; most answers are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server holds each request until there is news or time is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long polling in portions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One held request is answered piece by piece, then finally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server-sent events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer that never ends carries event after event; the client talks back by requests of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a handshake both sides send frames whenever they like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same events by all four techniques, side by side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::ScorecardModel</name>
    <message>
        <source>Technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the client learns of news. Open a row to see its clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP requests sent, the handshake of WebSocket included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty
answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to polls that carried no event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events
delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events that arrived at a client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency,
median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an event&apos;s publishing to its arrival, in the clock&apos;s time: half of the events took no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency,
95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an event&apos;s publishing to its arrival: of 100 events, 95 took no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency,
worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an event&apos;s publishing to its arrival: the longest that any took.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the
wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All bytes in both directions: request lines, headers, framing and data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of the data of the events themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overhead
per event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes on the wire less payload, divided by the events delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP
opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connections opened since the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP
open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connections open at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time
held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long requests waited at the server for their answers, added up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::ScorecardText</name>
    <message>
        <source>technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wire bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overhead/event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::SequencePainter</name>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::Technique</name>
    <message>
        <source>AJAX polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server-sent events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::Tour</name>
    <message>
        <source>The folder %1 for the tour&apos;s files cannot be made; start Wiretale in a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display here, so Wiretale plays its tour without a window: four clients and one server for 20 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wiretale::TrafficLog</name>
    <message>
        <source>The file %1 cannot be written (%2); choose another place for it.</source>
        <extracomment>%1: path of a file, %2: what the system says is wrong with it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture file %1 cannot be written (%2); choose another place for it.</source>
        <extracomment>%1: path of a file, %2: what the system says is wrong with it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording the bytes of messages stopped, because the capture file %1 cannot be written any further (%2); make room on that disk and start anew to record again.</source>
        <extracomment>%1: path of a file, %2: what the system says is wrong with it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
