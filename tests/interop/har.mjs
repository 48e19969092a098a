// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node har.mjs PROGRAM
// A real run's HAR is accepted by the schema and holds what Chrome's importer asks for; its messages are those of the
// log, and its sizes the bytes on the wire.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, checkEqual, finish, folder, readJsonLines, startWiretale, success } from './harness.mjs';
import { schemaProblems, streamProblems } from './validatehar.mjs';

const paths = { har: join(folder, 'a.har'), jsonl: join(folder, 'a.jsonl') };

function checkSizes(entry, records) {
    const of = (from) => records
        .filter((r) => r.exchange === entry._record && r.from === from && r.kind !== 'frame' && r.arrived_ns !== null)
        .reduce((sum, r) => sum + r.wire_bytes, 0);
    const size = (message) => message.headersSize + message.bodySize;
    checkEqual(size(entry.request), of('client'), `bytes of request #${entry._record}`);
    if (entry.response.status !== 0)
        checkEqual(size(entry.response), of('server'), `bytes of the answer to #${entry._record}`);
}

function checkTimes(entry) {
    const parts = ['blocked', 'dns', 'connect', 'send', 'wait', 'receive'].map((name) => entry.timings[name]);
    const sum = parts.reduce((total, part) => total + Math.max(0, part), 0);
    check(Math.abs(sum - entry.time) < 1e-3, `times of #${entry._record} add up to ${sum}, not ${entry.time}`);
}

function checkSocket(entry, records) {
    const frames = records.filter((r) => r.exchange === entry._record && r.kind === 'frame' && r.arrived_ns !== null);
    checkEqual(entry._webSocketFrames.length, frames.length, `frames of #${entry._record}`);
    const ids = entry._webSocketMessages.filter((m) => m.type === 'receive').map((m) => JSON.parse(m.data).id);
    checkEqual(ids, frames.filter((r) => r.from === 'server').flatMap((r) => r.event_ids),
               `events received over WebSocket #${entry._record}`);
    return ids.length;
}

function checkStream(entry, records) {
    const events = records.filter((r) => r.exchange === entry._record && r.kind === 'event' && r.arrived_ns !== null);
    const ids = entry._eventSourceMessages.map((m) => Number(m.eventId));
    checkEqual(ids, events.flatMap((r) => r.event_ids), `events of stream #${entry._record}`);
    for (const id of ids)
        check(entry.response.content.text.includes(`id: ${id}\n`), `event ${id} is not in the stream's text`);
    return ids.length;
}

const run = startWiretale([
    'run', 'compare', '--for', '4s', '--link', 'lan', '--publish-every', '250ms', '--port', '0',
    '--export', paths.har, '--export', paths.jsonl]);
await success(run);

const har = JSON.parse(readFileSync(paths.har, 'utf8'));
const records = readJsonLines(paths.jsonl);
checkEqual(await schemaProblems(har), [], 'faults by the schema');
checkEqual(streamProblems(har.log), [], "faults by Chrome's importer");

const { entries, pages } = har.log;
checkEqual(entries.map((e) => e._record), records.filter((r) => r.kind === 'request').map((r) => r.n), 'requests');
const titles = Object.fromEntries(pages.map((page) => [page.id, page.title]));
for (const entry of entries) {
    checkEqual(titles[entry.pageref], records[entry._record - 1].client, `client of #${entry._record}`);
    checkSizes(entry, records);
    checkTimes(entry);
}
const sockets = entries.filter((e) => e._resourceType === 'websocket');
const streams = entries.filter((e) => e._resourceType === 'eventsource');
const heard = [...sockets.map((e) => checkSocket(e, records)), ...streams.map((e) => checkStream(e, records))];
checkEqual([sockets.length, streams.length], [1, 1], 'WebSockets and event streams');
check(heard.every((count) => count >= 10), `only ${heard} events were heard`);
await finish(`${entries.length} entries for ${pages.length} clients`);
