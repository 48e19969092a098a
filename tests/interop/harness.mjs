// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the scripts beside it share: starting programs, waiting with a limit, saying what is wrong.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = process.argv[2] ?? process.env.WIRETALE_PROGRAM;
const children = new Set();
const failures = [];

/// A folder that goes away with the script.
export const folder = mkdtempSync(join(tmpdir(), 'wiretale-interop-'));

// Browsers are many processes: each child leads a group of its own, and the group goes.
function kill(child) {
    try {
        process.kill(-child.pid, 'SIGKILL');
    } catch {
        // It has ended by itself.
    }
}

process.on('exit', () => {
    for (const child of children)
        kill(child);
    try {
        rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch (error) {
        console.error(`${folder} stays: ${error.message}`);
    }
});
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => process.exit(1));

export function check(holds, sentence) {
    if (!holds)
        failures.push(sentence);
}

export function checkEqual(actual, expected, what) {
    const [a, e] = [actual, expected].map((value) => JSON.stringify(value));
    check(a === e, `${what}: ${a} instead of ${e}`);
}

function tellFailures() {
    for (const failure of failures)
        console.error(`FAIL: ${failure}`);
}

/// Ends the script; what failed, or what was found good, goes to the reader.
export async function finish(summary) {
    tellFailures();
    console.log(failures.length === 0 ? `ok: ${summary}` : `${failures.length} of the claims do not hold`);
    const ends = [...children].map((child) => new Promise((ended) => { child.on('close', ended); }));
    for (const child of children)
        kill(child);
    await Promise.all(ends);
    process.exit(failures.length === 0 ? 0 : 1);
}

/// A program that runs beside the script and ends with it. `out` and `err` grow; `ended` resolves to its exit status.
export function start(command, args, options = {}) {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    const running = { child, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => { running.out += text; });
    child.stderr.setEncoding('utf8').on('data', (text) => { running.err += text; });
    children.add(child);
    running.ended = new Promise((resolveEnd) => {
        child.on('error', (error) => { children.delete(child); running.err += error.message; resolveEnd(-1); });
        child.on('close', (status) => { children.delete(child); resolveEnd(status ?? -1); });
    });
    return running;
}

export function startWiretale(args) {
    if (!program) {
        console.error('usage: node SCRIPT PROGRAM, or WIRETALE_PROGRAM in the environment');
        process.exit(2);
    }
    return start(resolve(program), [...args, '--language', 'en'], {
        env: { ...process.env, LANG: 'C.UTF-8', QT_QPA_PLATFORM: 'offscreen' },
    });
}

/// Waits for a program's end; ends the script when it failed.
export async function success(running) {
    const status = await running.ended;
    if (status !== 0) {
        tellFailures();
        console.error(`FAIL: ${running.child.spawnargs.join(' ')} ended with ${status}: ${running.err}`);
        process.exit(1);
    }
    return running.out;
}

/// What a program prints; its failure ends the script.
export function output(command, args) {
    return success(start(command, args));
}

/// What `probe` answers once it is truthy; ends the script after `seconds`.
export async function until(what, seconds, probe) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
        const answer = await probe();
        if (answer)
            return answer;
        if (Date.now() > end) {
            tellFailures();
            console.error(`FAIL: ${what} did not come in ${seconds} s`);
            process.exit(1);
        }
        await new Promise((wake) => { setTimeout(wake, 50); });
    }
}

export function readJsonLines(path) {
    const text = readFileSync(path, 'utf8');
    check(text.endsWith('\n'), `${path} does not end with a line end`);
    return text.split('\n').slice(0, -1).map((line) => JSON.parse(line));
}

/// Ids of the events that arrived at a client, in the order in which they did.
export function delivered(records, client, technique) {
    return records
        .filter((r) => r.client === client && r.from === 'server' && r.arrived_ns !== null && r.event_ids.length > 0)
        .filter((r) => technique === undefined || r.technique === technique)
        .sort((a, b) => a.arrived_ns - b.arrived_ns || a.n - b.n)
        .flatMap((r) => r.event_ids);
}

/// The whole numbers from `first` to `last`.
export function range(first, last) {
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
