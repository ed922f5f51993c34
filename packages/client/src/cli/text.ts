import { stringify } from "yaml";

/** Control characters, and those that turn or hide the text around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text that a terminal shows as it is: what could move its cursor is written as its number. */
export function harmless(text: string): string {
  return text.replace(UNSEEN, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

/** JSON for programs; whatever a terminal could take for a command is escaped. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`.replace(UNSEEN, (one) =>
    one === "\n" ? one : `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

/** A view as a person reads it: a line for each field. */
export function outline(value: unknown): string {
  const lines = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).split("\n");
  return lines.map(harmless).join("\n");
}

/** Rows under their headings, each column as wide as its widest cell. */
export function table(rows: readonly Readonly<Record<string, string>>[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const headings = Object.keys(first);
  const lines = [headings, ...rows.map((row) => headings.map((key) => harmless(row[key] ?? "")))];
  const widths = headings.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? "").length)));
  const text = lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${text.join("\n")}\n`;
}
