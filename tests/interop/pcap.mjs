// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changes captures, as networks change packets.

const FileHead = 24;
const PacketHead = 16;
const EthernetHead = 14;
const IpHead = 20;

/// A capture (pcap, little-endian, Ethernet, IPv4 without options) whose packets are cut into fragments that carry
/// `size` bytes each, a multiple of 8 (RFC 791, 3.2). Every other packet's fragments come in reverse.
export function fragmented(capture, size) {
    const packets = [capture.subarray(0, FileHead)];
    for (let at = FileHead, number = 0; at < capture.length; ++number) {
        const length = capture.readUInt32LE(at + 8);
        const head = capture.subarray(at, at + PacketHead);
        const frame = capture.subarray(at + PacketHead, at + PacketHead + length);
        const content = frame.subarray(EthernetHead + IpHead, EthernetHead + frame.readUInt16BE(EthernetHead + 2));
        const pieces = [];
        for (let begin = 0; begin < content.length; begin += size) {
            const piece = content.subarray(begin, begin + size);
            const fragment = Buffer.concat([frame.subarray(0, EthernetHead + IpHead), piece]);
            fragment.writeUInt16BE(IpHead + piece.length, EthernetHead + 2);
            fragment.writeUInt16BE(number & 0xffff, EthernetHead + 4);
            const hasMore = begin + size < content.length;
            fragment.writeUInt16BE(begin / 8 + (hasMore ? 0x2000 : 0), EthernetHead + 6);
            const fragmentHead = Buffer.from(head);
            fragmentHead.writeUInt32LE(fragment.length, 8);
            fragmentHead.writeUInt32LE(fragment.length, 12);
            pieces.push(Buffer.concat([fragmentHead, fragment]));
        }
        packets.push(...(number % 2 === 0 ? pieces : pieces.reverse()));
        at += PacketHead + length;
    }
    return Buffer.concat(packets);
}
