// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node validatehar.mjs FILE.har
// Says on standard error what is wrong with a HAR file by its schema, and by what Chrome's importer needs on top of
// it; exit status 0 when nothing is.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import validator from 'har-validator/lib/async.js';

// Chrome passes over a message that lacks one of these.
const WebSocketMembers = { type: 'string', time: 'number', opcode: 'number', data: 'string' };
const EventSourceMembers = { time: 'number', eventName: 'string', eventId: 'string', data: 'string' };

function missing(messages, members, place) {
    return messages.flatMap((message, index) =>
        Object.entries(members)
            .filter(([name, type]) => typeof message[name] !== type)
            .map(([name, type]) => `${place}[${index}].${name} is no ${type}`));
}

export function streamProblems(log) {
    return log.entries.flatMap((entry, index) => {
        const place = `entries[${index}]`;
        const problems = [
            ...missing(entry._webSocketMessages ?? [], WebSocketMembers, `${place}._webSocketMessages`),
            ...missing(entry._eventSourceMessages ?? [], EventSourceMembers, `${place}._eventSourceMessages`),
        ];
        const isSocket = entry._resourceType === 'websocket';
        if (isSocket !== Array.isArray(entry._webSocketMessages))
            problems.push(`${place} is a WebSocket without messages, or the other way round`);
        if (isSocket && !entry.request.url.startsWith('ws://'))
            problems.push(`${place} is a WebSocket at ${entry.request.url}`);
        for (const message of entry._webSocketMessages ?? []) {
            if (!['send', 'receive'].includes(message.type) || ![1, 2].includes(message.opcode))
                problems.push(`${place} has a message ${message.type} ${message.opcode}`);
        }
        return problems;
    });
}

export function schemaProblems(har) {
    return new Promise((resolve) => {
        validator.har(har, (errors) =>
            resolve((errors ?? []).map((error) => `${error.dataPath} ${error.message}`)));
    });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    const har = JSON.parse(readFileSync(process.argv[2], 'utf8'));
    const problems = [...(await schemaProblems(har)), ...streamProblems(har.log)];
    for (const problem of problems)
        console.error(problem);
    process.exit(problems.length === 0 ? 0 : 1);
}
