// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node compare.mjs PROGRAM
// Four clients side by side: each hears of every event once and in order, and what the log says of the wire is what
// tshark finds in the capture, byte by byte.

import { join } from 'node:path';
import { check, checkEqual, delivered, finish, folder, output, range, readJsonLines, startWiretale, success }
    from './harness.mjs';

const Techniques = ['ajax-polling', 'long-polling', 'event-stream', 'websocket'];
const capture = join(folder, 'a.pcapng');
const log = join(folder, 'a.jsonl');

async function tshark(filter, fields) {
    const text = await output('tshark', [
        // An event stream that is open has no end to wait for.
        '-o', 'http.desegment_body:FALSE', '-r', capture, '-Y', filter, '-T', 'fields', '-E', 'separator=/t',
        '-E', 'occurrence=a', ...fields.flatMap((field) => ['-e', field])]);
    return text.split('\n').slice(0, -1).map((line) => line.split('\t'));
}

function checkDelivery(records) {
    const published = [...new Set(records.flatMap((r) => (r.from === 'server' ? r.event_ids : [])))]
        .sort((a, b) => a - b);
    check(published.length >= 10, `only ${published.length} events were published`);
    checkEqual(published, range(1, published.length), 'ids published');
    const clients = Object.fromEntries(Techniques.map((technique) => [
        technique, [...new Set(records.filter((r) => r.technique === technique).map((r) => r.client))]]));
    for (const technique of Techniques) {
        checkEqual(clients[technique].length, 1, `clients that use ${technique}`);
        checkEqual(delivered(records, clients[technique][0]), published, `events delivered by ${technique}`);
    }
    return published.length;
}

/// By the comments: which record's bytes each packet holds. Answers the bytes of each connection.
function checkComments(records, packets) {
    const streams = new Map();
    const bytes = new Map();
    const seen = new Set();
    for (const [stream, length, comment] of packets) {
        const found = /^#(\d+) ([a-z]+)/.exec(comment);
        const record = found ? records[Number(found[1]) - 1] : undefined;
        if (record) {
            seen.add(record.n);
            checkEqual(found[2], record.kind, `kind of packet #${record.n}`);
            if (!streams.has(stream))
                streams.set(stream, record.connection);
            checkEqual(streams.get(stream), record.connection, `connection of packet #${record.n}`);
        }
        check(record || Number(length) === 0 || streams.has(stream), `a packet of stream ${stream} has no number`);
        bytes.set(stream, (bytes.get(stream) ?? 0) + Number(length));
    }
    const unseen = records.filter((r) => r.wire_bytes > 0 && !seen.has(r.n)).map((r) => r.n);
    checkEqual(unseen, [], 'records without a packet of their number');
    return new Map([...bytes].map(([stream, sum]) => [streams.get(stream), sum]));
}

function checkBytes(records, captured) {
    const expected = new Map();
    for (const record of records)
        expected.set(record.connection, (expected.get(record.connection) ?? 0) + record.wire_bytes);
    const sorted = (map) => [...map].sort(([a], [b]) => a - b);
    checkEqual(sorted(captured), sorted(expected), 'bytes of each connection');
    return [...expected.values()].reduce((sum, bytes) => sum + bytes, 0);
}

async function checkProtocols(records) {
    const count = (kind) => records.filter((r) => r.kind === kind).length;
    checkEqual((await tshark('http.request', ['frame.number'])).length, count('request'), 'HTTP requests');
    checkEqual((await tshark('http.response', ['frame.number'])).length, count('response'), 'HTTP responses');
    const opcodes = (await tshark('websocket', ['websocket.opcode'])).flatMap(([list]) => list.split(','));
    checkEqual(opcodes.length, count('frame'), 'WebSocket frames');
    const wrong = await tshark(
        '_ws.malformed || tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment || tcp.analysis.retransmission'
        + ' || tcp.analysis.out_of_order || tcp.analysis.duplicate_ack || tcp.analysis.zero_window',
        ['frame.number', '_ws.col.Info']);
    checkEqual(wrong, [], 'packets that tshark finds wrong');
    const times = (await tshark('frame', ['frame.time_epoch'])).map(([time]) => BigInt(time.replace('.', '')));
    check(times.every((time, index) => index === 0 || times[index - 1] <= time),
          'packets are not in the order of time');
}

const run = startWiretale([
    'run', 'compare', '--for', '6s', '--link', 'lan', '--publish-every', '500ms', '--port', '0',
    '--export', log, '--record', capture]);
await success(run);
const records = readJsonLines(log);
checkEqual(records.map((r) => r.n), range(1, records.length), 'numbers of the records');
const events = checkDelivery(records);
const bytes = checkBytes(records, checkComments(
    records, await tshark('tcp', ['tcp.stream', 'tcp.len', 'frame.comment'])));
await checkProtocols(records);
await finish(`${events} events by ${Techniques.length} techniques, ${records.length} records, ${bytes} bytes`);
