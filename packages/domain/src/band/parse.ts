import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { fieldOf } from "../yaml/field-path.ts";
import { firstError, placeOf, shapeIssues } from "../yaml/first-error.ts";
import { readYamlSource, type SourceError } from "../yaml/read-source.ts";
import { readCell } from "./emit.ts";
import { BAND_COLUMNS, type BandEntry, BandsDocument } from "./document.ts";

type ParsedBands = { ok: true; bands: BandEntry[] } | { ok: false; error: SourceError };
type Wrong = { index: number; field: keyof BandEntry; message: string };

/**
 * Reads a file of bands; the error is what stands first in it, by line and field. `levels` are the
 * keys of the framework's levels; nothing takes effect before `today` but what is `known`.
 */
export function parseBands(
  format: "yaml" | "csv",
  text: string,
  levels: readonly string[],
  today: string,
  known: (band: BandEntry) => boolean = () => false,
): ParsedBands {
  const check = (bands: readonly BandEntry[]) => wrongIn(bands, { levels, today, known });
  return format === "yaml" ? parseYaml(text, check) : parseCsv(text, check);
}

type Check = (bands: readonly BandEntry[]) => Wrong[];

function parseYaml(text: string, check: Check): ParsedBands {
  const read = readYamlSource(text);
  if (!read.ok) return read;
  const { source } = read;
  const shape = BandsDocument.safeParse(source.value);
  const wrong = shape.success ? check(shape.data.bands) : [];
  const error = firstError(source, [
    ...source.issues,
    ...shapeIssues(source, shape.error?.issues ?? []),
    ...wrong.map(({ index, field, message }) => ({
      at: placeOf(source, ["bands", index, field]),
      field: fieldOf(["bands", index, field]),
      message,
    })),
  ]);
  if (error !== null) return { ok: false, error };
  return { ok: true, bands: BandsDocument.parse(source.value).bands };
}

const Row = z.object({
  record: z.record(z.string(), z.string()),
  info: z.object({ lines: z.int() }),
});

function parseCsv(text: string, check: Check): ParsedBands {
  const refused = (line: number, field: string, message: string): ParsedBands => ({
    ok: false,
    error: { line, field, message },
  });
  let rows: z.infer<typeof Row>[];
  try {
    const read: unknown = parse(text, {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.trim()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    rows = z.array(Row).parse(read);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Reflect.get(error, "lines");
    return refused(typeof line === "number" ? line : 1, "file", error.message);
  }
  const [first] = rows;
  if (first === undefined) return refused(1, "file", "The file has no bands.");
  const unknown = Object.keys(first.record).find((name) => !isColumn(name));
  if (unknown !== undefined) return refused(1, unknown, `\`${unknown}\` is not a known column.`);
  const missing = BAND_COLUMNS.find((name) => name !== "example" && !(name in first.record));
  if (missing !== undefined) return refused(1, missing, `The column \`${missing}\` is missing.`);
  const bands = rows.map(({ record }) => ({
    ...Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, readCell(cell)])),
    minMinor: amount(record["minMinor"]),
    midMinor: amount(record["midMinor"]),
    maxMinor: amount(record["maxMinor"]),
  }));
  const lineOf = (index: number) => rows[index]?.info.lines ?? 1;
  const shape = BandsDocument.safeParse({ bands });
  if (!shape.success) {
    const [issue] = shape.error.issues.toSorted((a, b) => indexOf(a) - indexOf(b));
    const index = issue === undefined ? 0 : indexOf(issue);
    const name = String(issue?.path.at(-1) ?? "file");
    return refused(lineOf(index), fieldOf(issue?.path ?? []), `\`${name}\` ${say(issue)}`);
  }
  const [wrong] = check(shape.data.bands);
  if (wrong !== undefined) {
    const { index, field, message } = wrong;
    return refused(lineOf(index), fieldOf(["bands", index, field]), message);
  }
  return { ok: true, bands: shape.data.bands };
}

function isColumn(name: string): boolean {
  return BAND_COLUMNS.some((one) => one === name);
}

/** Keeps what is no whole number as it was typed, so that the schema names it. */
function amount(text: string | undefined): number | string {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : (text ?? "");
}

function indexOf(issue: { path: readonly PropertyKey[] }): number {
  const at = issue.path[1];
  return typeof at === "number" ? at : 0;
}

function say(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return "is not right.";
  return issue.code === "invalid_type" ? "must be a whole number of minor units." : issue.message;
}

/** What no schema sees: levels that are not there, twice the same, falling amounts, days gone by. */
function wrongIn(
  bands: readonly BandEntry[],
  by: { levels: readonly string[]; today: string; known: (band: BandEntry) => boolean },
): Wrong[] {
  const { levels, today, known } = by;
  const seen = new Set<string>();
  return bands.flatMap((band, index) => {
    const found: Wrong[] = [];
    const wrong = (field: keyof BandEntry, message: string) =>
      found.push({ index, field, message });
    if (!levels.includes(band.level)) {
      wrong("level", `The framework has no level with the key "${band.level.slice(0, 80)}".`);
    }
    const key = `${band.level} ${band.region}`;
    if (seen.has(key)) wrong("level", "This level and region stand in the file before.");
    seen.add(key);
    if (band.minMinor > band.midMinor) wrong("midMinor", "`midMinor` is below `minMinor`.");
    if (band.midMinor > band.maxMinor) wrong("maxMinor", "`maxMinor` is below `midMinor`.");
    if (band.effectiveFrom < today && !known(band))
      wrong("effectiveFrom", "A band takes effect today or later.");
    return found;
  });
}
