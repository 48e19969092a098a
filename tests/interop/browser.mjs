// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A headless Chromium with one page, spoken to by the DevTools protocol.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { folder, start, until } from './harness.mjs';

/// Opens `url`. `call` sends a command and answers its result; `events` grows by what the page tells; `evaluate` answers
/// an expression's value.
export async function startBrowser(url) {
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    const browser = start('chromium', [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
        '--remote-debugging-port=0', `--user-data-dir=${profile}`, url],
        { env: { ...process.env, HOME: folder } });
    const [, host] = await until('the browser', 60, () => /DevTools listening on ws:\/\/([^/]+)\//.exec(browser.err));
    const page = await until('the page', 30, async () => {
        const targets = await (await fetch(`http://${host}/json/list`)).json();
        return targets.find((target) => target.type === 'page' && target.url.startsWith(url));
    });
    const socket = new WebSocket(page.webSocketDebuggerUrl, { maxPayload: 1 << 28 });
    await new Promise((resolve, reject) => { socket.on('open', resolve).on('error', reject); });
    const answers = new Map();
    const events = [];
    socket.on('message', (data) => {
        const message = JSON.parse(data);
        if (message.id === undefined)
            events.push(message);
        answers.get(message.id)?.(message.result);
        answers.delete(message.id);
    });
    let asked = 0;
    const call = (method, params = {}) => new Promise((resolve) => {
        answers.set(++asked, resolve);
        socket.send(JSON.stringify({ id: asked, method, params }));
    });
    const evaluate = async (expression) =>
        (await call('Runtime.evaluate', { expression, returnByValue: true }))?.result?.value;
    return { call, events, evaluate };
}
