import { crc32, deflateRawSync } from "node:zlib";

/** A zip of these files, each packed. */
export function zipBytes(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const raw = Buffer.from(text, "utf8");
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name, "utf8");
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(title.length, 22);
    parts.push(Buffer.from("PK\u0003\u0004", "latin1"), head, title, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    list.push(Buffer.from("PK\u0001\u0002", "latin1"), version, head, tail, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const count = Object.keys(files).length;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A Word document as its zip looks inside; with macros where they are asked for. */
export function docxBytes({ macros = false } = {}): Buffer {
  const main = macros
    ? "application/vnd.ms-word.document.macroEnabled.main+xml"
    : `${TYPE}.document.main+xml`;
  return zipBytes({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships/>`,
    "word/document.xml": `<?xml version="1.0"?><w:document/>`,
    ...(macros ? { "word/vbaProject.bin": "x" } : {}),
  });
}
