// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node captures.mjs PROGRAM
// What tcpdump captures of curl, a Node.js server and Chromium opens, and agrees with tshark on requests, responses,
// frames and the bytes of each stream: on the loopback, on the "any" interface, over IPv6, in fragments; and what was
// sent compressed is read. Where tcpdump may not capture, that is said, and nothing is compared.

import { readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants, createGzip } from 'node:zlib';
import WebSocket, { WebSocketServer } from 'ws';
import { startBrowser } from './browser.mjs';
import { check, checkEqual, finish, folder, output, readJsonLines, start, startWiretale, success, until }
    from './harness.mjs';
import { fragmented } from './pcap.mjs';

// Long enough to be compressed.
const Said = 'the same text again and again, '.repeat(40);

const Page = `<!doctype html><title>page</title><script>
const wait = (ms) => new Promise((wake) => setTimeout(wake, ms));
(async () => {
    for (let i = 0; i < 5; ++i) await (await fetch('/json?' + i)).text();
    for (const path of ['/held', '/gzip', '/br']) await (await fetch(path)).text();
    const source = new EventSource('/stream');
    await new Promise((done) => { source.addEventListener('last', done); });
    source.close();
    const socket = new WebSocket('ws://' + location.host + '/socket');
    let echoes = 0;
    await new Promise((done) => {
        socket.onopen = () => { for (let i = 0; i < 3; ++i) socket.send('${Said}'); };
        socket.onmessage = () => { if (++echoes === 3) done(); };
    });
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
        } else if (path === '/gzip') {
            response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' });
            const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
            gzip.pipe(response);
            gzip.write(Said);
            setTimeout(() => gzip.end(Said), 50);
        } else if (path === '/br') {
            response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Encoding': 'br' });
            response.end(brotliCompressSync(Said));
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
    const sockets = new WebSocketServer({ server, path: '/socket', perMessageDeflate: true });
    sockets.on('connection', (socket) => {
        socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
    });
    return new Promise((ready) => { server.listen(0, '::', () => ready(server.address().port)); });
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
    await output('curl', ['-sS', '--compressed', `${address}/gzip`, `${address}/br`]);
}

async function useSocket(address) {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`, { perMessageDeflate: true });
    let received = 0;
    socket.on('message', () => { ++received; });
    await new Promise((open) => { socket.on('open', open); });
    // The longest does not become short by compression, so that it goes in several pieces.
    for (const text of ['a', Said, Said, randomBytes(100_000).toString('hex')])
        socket.send(text);
    socket.send(Buffer.from([1, 2, 3]));
    socket.ping();
    await until('the echoes', 20, () => received === 5);
    const closed = new Promise((done) => { socket.on('close', done); });
    socket.close(1000);
    await closed;
}

async function useBrowser(address) {
    const { evaluate } = await startBrowser(`${address}/`);
    await until('what the page does', 30, async () => await evaluate('document.title') === 'done');
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

/// What was sent compressed stands as text in an archive.
async function checkUnpacked(file, what, hasSocket) {
    const archive = join(folder, `${what}.har`);
    await success(startWiretale(['convert', file, archive]));
    const { entries } = JSON.parse(readFileSync(archive, 'utf8')).log;
    for (const [path, text] of [['/gzip', Said + Said], ['/br', Said]]) {
        const { content } = entries.find((entry) => entry.request.url.endsWith(path)).response;
        checkEqual(content.text, text, `${what}: text of ${path}`);
        check(content.compression > 0 || content.size < 2000, `${what}: ${path} saved nothing`);
    }
    const messages = entries.flatMap((entry) => entry._webSocketMessages ?? []);
    const said = (type) => messages.filter((each) => each.type === type && each.data === Said).length;
    check(!hasSocket || (said('send') >= 2 && said('receive') >= 2), `${what}: compressed messages cannot be read`);
    check(messages.every((each) => !('_compressed' in each)), `${what}: a message is compressed still`);
}

/// Compares what we read in `file` with what tshark reads in `reference`, which may hold the same packets otherwise.
async function compare(file, what, { reference = file, hasSocket = true } = {}) {
    const log = join(folder, `${what}.jsonl`);
    await success(startWiretale(['convert', file, log]));
    const records = readJsonLines(log);
    const ofKind = (kind) => records.filter((record) => record.kind === kind).length;
    const theirs = (field, filter) => count(reference, field, filter);
    checkEqual(ofKind('request'), await theirs('http.request.method', 'http.request'), `${what}: requests`);
    checkEqual(ofKind('response'), await theirs('http.response.code', 'http.response'), `${what}: responses`);
    checkEqual(ofKind('frame'), await theirs('websocket.opcode', 'websocket'), `${what}: frames`);
    // Those that carry nothing (a FIN sent again) are no loss of ours.
    check(ofKind('fault') <= await theirs('frame.number', 'tcp.analysis.flags'), `${what}: too many faults`);
    const sums = new Map();
    for (const record of records.filter((each) => each.wire_bytes > 0)) {
        const key = `${record.connection} ${record.from}`;
        sums.set(key, (sums.get(key) ?? 0) + record.wire_bytes);
    }
    checkEqual([...sums.values()].sort((a, b) => b - a), await streamBytes(reference), `${what}: bytes of the streams`);
    check(ofKind('request') > 5 && ofKind('response') > 5, `${what}: hardly anything was captured`);
    check(ofKind('frame') > 5 || !hasSocket, `${what}: no frames`);
    check(records.some((record) => record.held_ns > 350_000_000), `${what}: nothing was held`);
    check(ofKind('event') >= 4, `${what}: no events of a stream`);
    await checkUnpacked(file, what, hasSocket);
    return records.length;
}

const port = await serve();

/// False where tcpdump may not capture.
async function capture(file, use, host, options) {
    const tcpdump = start('tcpdump', [...options, '-U', '--immediate-mode', '-B', '16384', '-s', '0', '-w', file,
        'tcp', 'port', String(port)]);
    await until('tcpdump', 20, () => /listening on/.test(tcpdump.err) || tcpdump.child.exitCode !== null);
    if (!/listening on/.test(tcpdump.err)) {
        console.log(`tcpdump may not capture here, so nothing is compared: ${tcpdump.err.trim()}`);
        return false;
    }
    await use(`http://${host}:${port}`);
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

const useNode = async (to) => { await useSocket(to); await useCurl(to); };
const onLoopback = ['-i', 'lo'];
let messages = 0;
for (const [what, use, host, options] of [
    ['curl', useCurl, '127.0.0.1', onLoopback],
    ['node', useNode, '127.0.0.1', onLoopback],
    ['chromium', useBrowser, '127.0.0.1', onLoopback],
    ['ipv6', useNode, '[::1]', onLoopback],
    ['any', useNode, '127.0.0.1', ['-i', 'any', '-y', 'LINUX_SLL']],
    ['any2', useNode, '[::1]', ['-i', 'any', '-y', 'LINUX_SLL2']],
]) {
    const file = join(folder, `${what}.pcap`);
    if (!await capture(file, use, host, options))
        break;
    const hasSocket = use !== useCurl;
    let reference = file;
    if (what.startsWith('any')) {
        // Each packet is there twice, as it leaves and as it comes; tshark does not know that they are one.
        reference = join(folder, `${what}-in.pcap`);
        await tshark(file, ['-Y', 'sll.pkttype == 0', '-F', 'pcap', '-w', reference]);
    }
    messages += await compare(file, what, { reference, hasSocket });
    if (what === 'node') {
        const pieces = join(folder, 'fragments.pcap');
        writeFileSync(pieces, fragmented(readFileSync(file), 1200));
        messages += await compare(pieces, 'fragments');
    }
}
await finish(`${messages} messages of others' captures as tshark sees them`);
