// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node captures.mjs PROGRAM
// What tcpdump captures of curl, a Node.js server and Chromium opens, and agrees with tshark on requests, responses,
// frames and the bytes of each stream. Where tcpdump may not capture, that is said, and nothing is compared.

import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import WebSocket, { WebSocketServer } from 'ws';
import { check, checkEqual, finish, folder, output, readJsonLines, start, startWiretale, success, until }
    from './harness.mjs';

const Page = `<!doctype html><title>page</title><script>
const wait = (ms) => new Promise((wake) => setTimeout(wake, ms));
(async () => {
    for (let i = 0; i < 5; ++i) await (await fetch('/json?' + i)).text();
    const source = new EventSource('/stream');
    await new Promise((done) => { source.addEventListener('last', done); });
    source.close();
    const socket = new WebSocket('ws://' + location.host + '/socket');
    await new Promise((done) => { socket.onopen = () => socket.send('hello'); socket.onmessage = done; });
    socket.close();
    await wait(300);
    document.title = 'done';
})();
</script>`;

/// One of each kind of answer.
function serve() {
    const server = createServer((request, response) => {
        const path = request.url.split('?')[0];
        if (path === '/') {
            response.setHeader('Content-Type', 'text/html').end(Page);
        } else if (path === '/stream') {
            response.writeHead(200, { 'Content-Type': 'text/event-stream' });
            let sent = 0;
            const timer = setInterval(() => {
                response.write(++sent < 4 ? `id: ${sent}\ndata: ${sent}\n\n` : 'event: last\ndata: x\n\n');
                if (sent === 4) {
                    clearInterval(timer);
                    response.end();
                }
            }, 30);
        } else if (path === '/held') {
            setTimeout(() => response.setHeader('Content-Type', 'text/plain').end('at last'), 400);
        } else if (path === '/long') {
            response.end(Buffer.alloc(700_000, 'x'));
        } else if (path === '/post') {
            request.resume().on('end', () => response.writeHead(204).end());
        } else if (path === '/json') {
            response.setHeader('Content-Type', 'application/json').end('{"a":1}');
        } else {
            response.writeHead(404).end('nothing');
        }
    });
    const sockets = new WebSocketServer({ server, path: '/socket', perMessageDeflate: false });
    sockets.on('connection', (socket) => {
        socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
    });
    return new Promise((ready) => { server.listen(0, '127.0.0.1', () => ready(server.address().port)); });
}

async function useCurl(address) {
    const small = `${address}/json`;
    await output('curl', ['-sS', small, small, small]);
    await output('curl', ['-sS', '-o', '/dev/null', `${address}/long`]);
    await output('curl', ['-sS', '-o', '/dev/null', `${address}/nowhere`]);
    writeFileSync(join(folder, 'body'), 'x'.repeat(200_000));
    await output('curl', ['-sS', '--data-binary', `@${join(folder, 'body')}`, `${address}/post`]);
    await output('curl', ['-sSN', `${address}/stream`]);
    await output('curl', ['-sS', '-I', small]);
    await output('curl', ['-sS', `${address}/held`]);
}

async function useSocket(address) {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`, { perMessageDeflate: false });
    let received = 0;
    socket.on('message', () => { ++received; });
    await new Promise((open) => { socket.on('open', open); });
    for (const text of ['a', 'b'.repeat(300), 'c'.repeat(100_000)])
        socket.send(text);
    socket.send(Buffer.from([1, 2, 3]));
    socket.ping();
    await until('the echoes', 20, () => received === 4);
    const closed = new Promise((done) => { socket.on('close', done); });
    socket.close(1000);
    await closed;
}

async function useBrowser(address) {
    await output('chromium', [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
        `--user-data-dir=${join(folder, 'profile')}`, '--timeout=8000', '--virtual-time-budget=4000', '--dump-dom',
        `${address}/`]);
}

function tshark(file, args) {
    return output('tshark', ['-r', file, ...args]);
}

async function count(file, field, filter) {
    const lines = (await tshark(file, ['-Y', filter, '-T', 'fields', '-E', 'occurrence=a', '-e', field])).split('\n');
    return lines.slice(0, -1).flatMap((line) => line.split(',')).length;
}

/// Payload bytes of each TCP stream, both directions, the largest first.
async function streamBytes(file) {
    const lines = (await tshark(file, ['-T', 'fields', '-e', 'tcp.stream', '-e', 'tcp.srcport', '-e', 'tcp.len', '-Y',
        'tcp.len > 0 && !tcp.analysis.retransmission && !tcp.analysis.keep_alive'])).split('\n').slice(0, -1);
    const sums = new Map();
    for (const line of lines) {
        const [stream, port, bytes] = line.split('\t');
        const key = `${stream} ${port}`;
        sums.set(key, (sums.get(key) ?? 0) + Number(bytes));
    }
    return [...sums.values()].sort((a, b) => b - a);
}

async function compare(file, what, browser) {
    const log = join(folder, `${what}.jsonl`);
    await success(startWiretale(['convert', file, log]));
    const records = readJsonLines(log);
    const ofKind = (kind) => records.filter((record) => record.kind === kind).length;
    checkEqual(ofKind('request'), await count(file, 'http.request.method', 'http.request'), `${what}: requests`);
    checkEqual(ofKind('response'), await count(file, 'http.response.code', 'http.response'), `${what}: responses`);
    checkEqual(ofKind('frame'), await count(file, 'websocket.opcode', 'websocket'), `${what}: frames`);
    // Those that carry nothing (a FIN sent again) are no loss of ours.
    check(ofKind('fault') <= await count(file, 'frame.number', 'tcp.analysis.flags'), `${what}: too many faults`);
    const sums = new Map();
    for (const record of records.filter((each) => each.wire_bytes > 0)) {
        const key = `${record.connection} ${record.from}`;
        sums.set(key, (sums.get(key) ?? 0) + record.wire_bytes);
    }
    checkEqual([...sums.values()].sort((a, b) => b - a), await streamBytes(file), `${what}: bytes of the streams`);
    check(records.some((record) => record.held_ns > 350_000_000) || browser, `${what}: nothing was held`);
    check(ofKind('event') >= 4, `${what}: no events of a stream`);
    return records.length;
}

const port = await serve();
const address = `http://127.0.0.1:${port}`;

/// False where tcpdump may not capture.
async function capture(file, use) {
    const tcpdump = start('tcpdump', ['-i', 'lo', '-U', '--immediate-mode', '-B', '16384', '-s', '0', '-w', file,
        'tcp', 'port', String(port)]);
    await until('tcpdump', 20, () => /listening on/.test(tcpdump.err) || tcpdump.child.exitCode !== null);
    if (!/listening on/.test(tcpdump.err)) {
        console.log(`tcpdump may not capture here, so nothing is compared: ${tcpdump.err.trim()}`);
        return false;
    }
    await use(address);
    // What was captured is written when no more comes.
    let size = -1;
    await until('the last packets', 20, () => {
        const before = size;
        size = readFileSync(file).length;
        return size === before;
    });
    tcpdump.child.kill('SIGINT');
    await tcpdump.ended;
    return true;
}

let messages = 0;
for (const [what, use, isBrowser] of [
    ['curl', useCurl, false],
    ['node', async (to) => { await useSocket(to); await useCurl(to); }, false],
    ['chromium', useBrowser, true],
]) {
    const file = join(folder, `${what}.pcap`);
    if (!await capture(file, use))
        break;
    messages += await compare(file, what, isBrowser);
}
await finish(`${messages} messages of others' captures as tshark sees them`);
