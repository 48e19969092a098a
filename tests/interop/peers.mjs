// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node peers.mjs PROGRAM
// Clients that know nothing of Wiretale join in: curl on the event stream, a WebSocket of Node's, the page in a
// browser. Each receives what is published, and stands in the log under a name of its own.

import { join } from 'node:path';
import WebSocket from 'ws';
import { startBrowser } from './browser.mjs';
import { check, checkEqual, delivered, finish, folder, range, readJsonLines, start, startWiretale, success, until }
    from './harness.mjs';

const Enough = 12; // events for each
const Lanes = { poll: 'ajax-polling', wait: 'long-polling', stream: 'event-stream', socket: 'websocket' };
const log = join(folder, 's.jsonl');

function startCurl(port) {
    const curl = start('curl', ['-sN', `http://127.0.0.1:${port}/events/stream`]);
    return () => [...curl.out.matchAll(/^id: ?(\d+)$/gm)].map((found) => Number(found[1]));
}

function startSocket(port) {
    const ids = [];
    const socket = new WebSocket(`ws://127.0.0.1:${port}/events/socket?after=0`);
    socket.on('message', (data, isBinary) => {
        check(!isBinary, 'an event came as a binary message');
        ids.push(JSON.parse(data.toString()).id);
    });
    socket.on('error', (error) => check(false, `the WebSocket failed: ${error.message}`));
    return () => ids;
}

/// Ids that the page shows in each of its lanes, the oldest first.
const ShownIds = `Object.fromEntries([...document.querySelectorAll('section[data-technique]')].map((section) => [
    section.dataset.technique,
    [...section.querySelectorAll('li b')].map((mark) => Number(mark.textContent.slice(1))).reverse()]))`;

function checkWhole(ids, what) {
    check(ids.length >= Enough, `${what}: only ${ids.length} events`);
    checkEqual(ids, range(1, ids.length), what);
}

const wiretale = startWiretale(
    ['serve', '--port', '0', '--for', '120s', '--publish-every', '300ms', '--export', log]);
const [, port] = await until('the address', 30, () => /http:\/\/127\.0\.0\.1:(\d+)\//.exec(wiretale.out));
const curlIds = startCurl(port);
const socketIds = startSocket(port);
const { evaluate } = await startBrowser(`http://127.0.0.1:${port}/?run=all`);

await until(`${Enough} events in every client`, 60, async () => {
    const shown = await evaluate(ShownIds) ?? {};
    return [curlIds(), socketIds(), ...Object.keys(Lanes).map((lane) => shown[lane] ?? [])]
        .every((ids) => ids.length >= Enough);
});
const shown = await evaluate(ShownIds);
wiretale.child.kill('SIGINT');
await success(wiretale);

const records = readJsonLines(log);
checkWhole(curlIds(), 'what curl printed');
checkWhole(socketIds(), 'what the WebSocket received');
checkEqual(delivered(records, 'curl-1'), curlIds(), "the log's events for curl-1");
checkEqual(delivered(records, 'client-1'), socketIds(), "the log's events for client-1");
for (const [lane, technique] of Object.entries(Lanes)) {
    checkWhole(shown[lane], `what the page shows by ${technique}`);
    const logged = new Set(delivered(records, 'chromium-1', technique));
    checkEqual(shown[lane].filter((id) => !logged.has(id)), [], `events by ${technique} that the log lacks`);
}
// Browsers also open connections that they never use; whoever asked for something is one of the three.
const asking = records.filter((r) => r.kind === 'request').map((r) => r.client);
checkEqual([...new Set(asking)].sort(), ['chromium-1', 'client-1', 'curl-1'], 'names');
await finish(`${curlIds().length} events by curl, ${socketIds().length} by ws, ${shown.socket.length} in the page`);
