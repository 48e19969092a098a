// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node lessons.mjs PROGRAM LESSONS
// Plays every lesson in the folder LESSONS once, at the highest rate, exporting to all formats at once; then each format
// is read by the tool that owns it, and has the records that the JSON lines have, under the same numbers.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser } from './browser.mjs';
import { check, checkEqual, finish, folder, output, readJsonLines, start, startWiretale, success, until }
    from './harness.mjs';
import { schemaProblems, streamProblems } from './validatehar.mjs';

const here = new URL('.', import.meta.url).pathname;
const formats = ['pcapng', 'har', 'csv', 'jsonl', 'mmd', 'puml', 'trace.json', 'svg', 'png', 'pdf', 'html'];
const lessons = readdirSync(process.argv[3])
    .filter((name) => name.endsWith('.lesson.yaml'))
    .map((name) => name.slice(0, -'.lesson.yaml'.length));
// Four hundred clients in one process fill hundreds of pages otherwise.
const CrowdLength = ['--for', '10s'];
const pathOf = (lesson, format) => join(folder, `${lesson}.${format}`);
/// The file and its further parts.
function partsOf(lesson, format) {
    const parts = new RegExp(`^${lesson}(-(\\d+))?\\.${format}$`);
    return readdirSync(folder)
        .filter((name) => parts.test(name))
        .sort((a, b) => Number(parts.exec(a)[2] ?? 1) - Number(parts.exec(b)[2] ?? 1))
        .map((name) => join(folder, name));
}

// Whether each chapter had its moment is not asked here: on a machine that is busy, at this rate, one may miss it.
async function play(lesson) {
    const exports = formats.flatMap((format) => ['--export', pathOf(lesson, format)]);
    const length = lesson === 'crowd' ? CrowdLength : [];
    const run = startWiretale(
        ['run', lesson, '--rate', '20', '--port', '0', '--answers', 'right', ...length, ...exports]);
    await run.ended;
    checkEqual([...run.out.matchAll(/^Written: (.*)$/gm)].map((found) => found[1]),
               formats.map((format) => pathOf(lesson, format)), `${lesson}: files written (${run.err})`);
}

/// Of the work on all of `items`, two at a time.
async function inPairs(items, work) {
    const waiting = [...items];
    const next = async () => {
        for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
            await work(item);
    };
    await Promise.all([next(), next()]);
}

const records = {};
const numbersOf = (lesson) => records[lesson].map((record) => record.n);

async function checkCapture(lesson) {
    const lines = await output('tshark', ['-r', pathOf(lesson, 'pcapng'), '-T', 'fields',
        '-e', 'frame.comment', '-e', 'tcp.len', '-e', '_ws.malformed', '-e', 'tcp.analysis.lost_segment']);
    const commentsWith = (words) => lines.split('\n').filter((line) => line.split('\t')[0].includes(`,${words}`)).length;
    check(commentsWith('Lesson: ') === 1, `${lesson}: no comment tells which lesson it is`);
    // A crowd is not played up to its question.
    for (const words of ['Chapter 1: ', ...(lesson === 'crowd' ? [] : ['Question: '])])
        check(commentsWith(words) > 0, `${lesson}: no comment says "${words}"`);
    const packets = lines.split('\n').slice(0, -1).map((line) => line.split('\t'));
    check(packets.every(([, , malformed, lost]) => !malformed && !lost), `${lesson}: tshark finds fault with packets`);
    const bytes = (values) => values.reduce((sum, value) => sum + Number(value), 0);
    checkEqual(bytes(packets.map(([, length]) => length || 0)), bytes(records[lesson].map((r) => r.wire_bytes)),
               `${lesson}: bytes in the capture`);
    const commented = packets.map(([comment]) => Number(/^#(\d+)/.exec(comment)?.[1])).filter((number) => number);
    const withBytes = records[lesson].filter((record) => record.wire_bytes > 0).map((record) => record.n);
    checkEqual(withBytes.filter((number) => !commented.includes(number)), [], `${lesson}: not in the capture`);
}

// What a capture keeps of its lesson is all that the report tells of it.
async function checkReopening(lesson) {
    const again = join(folder, `${lesson}-again.html`);
    await startWiretale(['convert', pathOf(lesson, 'pcapng'), again]).ended;
    check(readFileSync(again).equals(readFileSync(pathOf(lesson, 'html'))), `${lesson}: the capture's report differs`);
}

async function checkArchive(lesson) {
    const har = JSON.parse(readFileSync(pathOf(lesson, 'har'), 'utf8'));
    checkEqual(await schemaProblems(har), [], `${lesson}: faults by HAR's schema`);
    checkEqual(streamProblems(har.log), [], `${lesson}: faults by Chrome's importer`);
    checkEqual(har.log.entries.map((entry) => entry._record),
               records[lesson].filter((r) => r.kind === 'request').map((r) => r.n), `${lesson}: requests in the archive`);
}

async function checkMermaid() {
    const paths = lessons.map((lesson) => partsOf(lesson, 'mmd'));
    const lines = (await output('node', [join(here, 'readmermaid.mjs'), ...paths.flat()])).split('\n');
    for (const [index, lesson] of lessons.entries()) {
        const diagrams = lines.splice(0, paths[index].length).map((line) => JSON.parse(line));
        const texts = diagrams.flatMap((diagram) => diagram.messages.map((message) => message.text));
        checkEqual(texts.map((text) => Number(/^#(\d+)/.exec(text)[1])), numbersOf(lesson), `${lesson}: in Mermaid`);
    }
}

async function checkPlantUml() {
    const sources = lessons.map((lesson) => pathOf(lesson, 'puml'));
    await output('plantuml', ['-tsvg', '-failfast2', '-charset', 'UTF-8', '-o', join(folder, 'drawn'), ...sources]);
    const drawn = readdirSync(join(folder, 'drawn'));
    for (const lesson of lessons) {
        const pages = drawn.filter((name) => new RegExp(`^${lesson}(_\\d+)?\\.svg$`).test(name));
        const text = pages.map((name) => readFileSync(join(folder, 'drawn', name), 'utf8')).join('');
        const numbers = new Set([...text.matchAll(/>#(\d+)/g)].map((found) => Number(found[1])));
        checkEqual(numbersOf(lesson).filter((number) => !numbers.has(number)), [], `${lesson}: not drawn by PlantUML`);
    }
}

async function checkPictures(lesson) {
    // A crowd's lanes are too narrow for labels, and share their names.
    const isCrowd = lesson === 'crowd';
    const clients = isCrowd ? [] : [...new Set(records[lesson].map((record) => record.client))];
    for (const svg of partsOf(lesson, 'svg'))
        await output('rsvg-convert', [svg, '-o', `${svg}.png`]);
    const text = await output('pdftotext', [pathOf(lesson, 'pdf'), '-']);
    checkEqual(clients.filter((name) => !text.includes(name)), [], `${lesson}: clients not in the PDF`);
    const pages = Number(/Pages:\s+(\d+)/.exec(await output('pdfinfo', [pathOf(lesson, 'pdf')]))[1]);
    check(pages >= 1 && (isCrowd ? /ajax-polling/ : /#\d+ /).test(text), `${lesson}: nothing is drawn in the PDF`);
}

async function checkInBrowser() {
    const { call, events, evaluate } = await startBrowser('about:blank');
    for (const domain of ['Page', 'Runtime', 'Log', 'Network'])
        await call(`${domain}.enable`);
    const open = async (path) => {
        events.length = 0;
        await call('Page.navigate', { url: pathToFileURL(path).href });
        await until(path, 60, () => events.some((event) => event.method === 'Page.loadEventFired'));
    };
    for (const lesson of lessons) {
        await open(pathOf(lesson, 'html'));
        const shown = await evaluate(`[...document.querySelectorAll('section:last-of-type tbody tr')]
            .map((row) => Number(row.cells[0].textContent))`);
        checkEqual(shown, numbersOf(lesson).slice(0, 5000), `${lesson}: messages in the report`);
        check(await evaluate("document.querySelectorAll('svg').length >= 2"), `${lesson}: no pictures in the report`);
        const complaints = events.filter(({ method, params }) => method === 'Runtime.exceptionThrown'
            || method === 'Runtime.consoleAPICalled' || (method === 'Log.entryAdded' && params.entry.level !== 'info'));
        checkEqual(complaints.map((event) => event.params), [], `${lesson}: the browser's console`);
        const asked = events.filter((event) => event.method === 'Network.requestWillBeSent');
        checkEqual(asked.length, 1, `${lesson}: requests of the report`);
        for (const png of partsOf(lesson, 'png')) {
            await open(png);
            check(await evaluate('document.images[0].naturalWidth >= 1000'), `${png} is no picture`);
        }
    }
}

const began = Date.now();
const lap = (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1)} s: ${what}`);
check(lessons.length >= 12, `only ${lessons.length} lessons in ${process.argv[3]}`);
await inPairs(lessons, play);
lap('played');
for (const lesson of lessons)
    records[lesson] = readJsonLines(pathOf(lesson, 'jsonl'));
const python = start('python3', [join(here, 'checktables.py'), ...lessons.map((lesson) => pathOf(lesson, 'csv'))]);
const trace = start('python3', [join(here, 'checktrace.py'), ...lessons.map((lesson) => pathOf(lesson, 'trace.json'))]);
await success(python);
await success(trace);
lap('tables and traces read');
await inPairs(lessons, async (lesson) => {
    await checkCapture(lesson);
    await checkReopening(lesson);
    await checkArchive(lesson);
    await checkPictures(lesson);
});
lap('captures, archives and pictures read');
await inPairs([checkMermaid, checkPlantUml, checkInBrowser], (work) => work());
lap('diagrams and reports read');
const total = Object.values(records).reduce((sum, list) => sum + list.length, 0);
await finish(`${lessons.length} lessons, ${total} records in ${formats.length} formats`);
