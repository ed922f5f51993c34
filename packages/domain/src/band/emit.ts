import { writeYaml } from "../yaml/write-yaml.ts";
import { BAND_COLUMNS, type BandEntry } from "./document.ts";

/** The text of a file of bands, as YAML or with one row each as CSV (RFC 4180). */
export function emitBands(format: "yaml" | "csv", bands: readonly BandEntry[]): string {
  if (format === "yaml") {
    return writeYaml({
      bands: bands.map((band) =>
        Object.fromEntries(BAND_COLUMNS.map((column) => [column, band[column]])),
      ),
    });
  }
  const rows = bands.map((band) => BAND_COLUMNS.map((column) => field(String(band[column]))));
  return [BAND_COLUMNS, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

/** What a spreadsheet would take for a formula is marked as a text; `readCell` takes the mark off. */
function field(text: string): string {
  const cell = /^'*[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The text of a cell as it was before `emitBands` marked it. */
export function readCell(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
