export type DiffLine = {
  path: string;
  change: "added" | "removed" | "changed" | "same";
  before: string | null;
  after: string | null;
};

type Values = Record<string, unknown>;

/** Before and after, side by side by field; nested fields by their path, in the order written. */
export function diffLines(before: Values, after: Values): DiffLine[] {
  const was = flatten(before);
  const is = flatten(after);
  const paths = [...new Set([...was.keys(), ...is.keys()])];
  return paths.map((path) => {
    const one = was.get(path) ?? null;
    const two = is.get(path) ?? null;
    return { path, before: one, after: two, change: changeOf(one, two) };
  });
}

function changeOf(before: string | null, after: string | null): DiffLine["change"] {
  if (before === null) return "added";
  if (after === null) return "removed";
  return before === after ? "same" : "changed";
}

function flatten(values: Values): Map<string, string> {
  const lines = new Map<string, string>();
  walk("", values, lines);
  return lines;
}

function walk(path: string, value: unknown, lines: Map<string, string>): void {
  if (typeof value === "object" && value !== null && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? `[${Number(key) + 1}]` : key;
      walk(
        path === "" || Array.isArray(value) ? `${path}${step}` : `${path}.${step}`,
        inner,
        lines,
      );
    }
    return;
  }
  if (path !== "") lines.set(path, wordsOf(value));
}

function wordsOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "none";
  if (typeof value === "object") return Array.isArray(value) ? "none" : "nothing";
  return JSON.stringify(value);
}
