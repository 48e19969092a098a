<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
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
    <name>wiretale::RequestHead</name>
    <message numerus="yes">
        <source>A request has at most %n header(s).</source>
        <translation>
            <numerusform>A request has at most %n header.</numerusform>
            <numerusform>A request has at most %n headers.</numerusform>
        </translation>
    </message>
</context>
</TS>
