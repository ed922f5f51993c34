import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 10_000;
const MAX_TYPES_BYTES = 1024 * 1024;
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

type Entry = { name: string; method: number; size: number; offset: number };

/**
 * Reads what a zip says it contains (OPC, ECMA-376 part 2): a Word document, one with macros, or
 * something else. Nothing of it but the list of content types is unpacked, and at most 1 MB of that.
 */
export function docxContents(bytes: Uint8Array): "document" | "macros" | "other" {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(zip);
  const list = entries?.find((entry) => entry.name === "[Content_Types].xml");
  if (entries === null || list === undefined) return "other";
  const types = contentOf(zip, list);
  if (types === null) return "other";
  if (/macroEnabled/i.test(types) || entries.some((entry) => /vbaProject/i.test(entry.name))) {
    return "macros";
  }
  return types.includes(MAIN) ? "document" : "other";
}

function entriesOf(zip: Buffer): Entry[] | null {
  const end = endOf(zip);
  if (end === null) return null;
  const many = zip.readUInt16LE(end + 10);
  if (many > MAX_ENTRIES) return null;
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < many; n += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record at the end of a zip; a comment of up to 65,535 bytes may follow it. */
function endOf(zip: Buffer): number | null {
  for (let at = zip.length - 22; at >= 0 && at >= zip.length - 22 - 65_535; at -= 1) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  return null;
}

function contentOf(zip: Buffer, entry: Entry): string | null {
  const { offset } = entry;
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + entry.size);
  try {
    if (entry.method === 0) return packed.subarray(0, MAX_TYPES_BYTES).toString("utf8");
    if (entry.method !== 8) return null;
    return inflateRawSync(packed, { maxOutputLength: MAX_TYPES_BYTES }).toString("utf8");
  } catch {
    return null;
  }
}
