// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node readmermaid.mjs FILE.mmd...
// What Mermaid's own parser makes of sequence diagrams: for each file a line of JSON with its actors and messages.
// Exit status 1 when Mermaid refuses one, or would not draw it.

import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

// Mermaid cleans texts with a library that wants a document.
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');

const { maxTextSize } = mermaid.mermaidAPI.defaultConfig;
// Mermaid keeps `#59;` in this disguise until it draws.
const textOf = (message) => message.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

for (const path of process.argv.slice(2)) {
    const source = readFileSync(path, 'utf8');
    try {
        if (source.length > maxTextSize)
            throw new Error(`${source.length} characters, Mermaid draws ${maxTextSize}`);
        await mermaid.parse(source);
        const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
        const { ACTIVE_START, ACTIVE_END, NOTE } = db.LINETYPE;
        const messages = db.getMessages();
        const counted = (type) => messages.filter((m) => m.type === type).length;
        console.log(JSON.stringify({
            actors: db.getActorKeys().map((key) => textOf(db.getActor(key).description)),
            activations: counted(ACTIVE_START),
            deactivations: counted(ACTIVE_END),
            messages: messages
                .filter((m) => typeof m.message === 'string' && m.message !== '')
                .map((m) => ({ from: m.from, to: m.to, text: textOf(m.message), isNote: m.type === NOTE })),
        }));
    } catch (error) {
        console.error(`${path}: ${error.message}`);
        process.exitCode = 1;
    }
}
window.close();
