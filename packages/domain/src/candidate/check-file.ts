import { fileTypeFromBuffer } from "file-type";
import { deny, type Denial } from "../errors.ts";
import { docxContents } from "./docx.ts";

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const PDF = "application/pdf";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXTENSION = { [PDF]: ".pdf", [DOCX]: ".docx" } as const;
type FileMediaType = keyof typeof EXTENSION;

export type CheckedFile = { mediaType: FileMediaType; name: string };

/**
 * Tells by its content whether a file is a PDF or a DOCX without programs, at most 10 MB; what the
 * sender calls it counts for nothing but its name, which is made harmless.
 */
export async function checkFile(
  bytes: Uint8Array,
  sentName: string,
): Promise<{ file: CheckedFile; denial: null } | { file: null; denial: Denial }> {
  const refused = (why: "empty" | "size" | "type" | "macros") => ({
    file: null,
    denial: deny("UPLOAD_REFUSED", { why }),
  });
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > MAX_FILE_BYTES) return refused("size");
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime === PDF) return isWholePdf(bytes) ? accepted(PDF, sentName) : refused("type");
  if (found?.ext !== "docx" && found?.ext !== "docm" && found?.ext !== "zip") {
    return refused("type");
  }
  const contents = docxContents(bytes);
  if (contents === "macros") return refused("macros");
  return contents === "document" ? accepted(DOCX, sentName) : refused("type");
}

/** A PDF begins and ends as one (ISO 32000-1, 7.5), so that nothing else goes by its head alone. */
function isWholePdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = text.subarray(-4096);
  return text.indexOf("%PDF-") === 0 && end.includes("startxref") && end.includes("%%EOF");
}

function accepted(mediaType: FileMediaType, sentName: string): { file: CheckedFile; denial: null } {
  return { file: { mediaType, name: safeName(sentName, EXTENSION[mediaType]) }, denial: null };
}

/** The last part of a file's name without control, direction and path characters, at most 100 long. */
export function safeName(sent: string, extension: string): string {
  const last = sent.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}"<>|:*?%;]/gu, "")
    .replaceAll(/\s+/g, " ")
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/^[.\s]+/, "")
    .trim();
  const stem = Array.from(clean).slice(0, 100).join("").trim();
  return `${stem === "" ? "file" : stem}${extension}`;
}
