/** The words planted in one world, each to be told from any other text. */
export type SealedWords = {
  /** Begins every planted word of the world. */
  mark: string;
  /** A word for a text of a command's input; the same each time for the same field. */
  plant(path: string, field: string): string;
  /** `path field` of all that was planted. */
  planted(): string[];
  /** `path field` of each planted word that a text holds. */
  foundIn(text: string): string[];
};

/** Words of the program's own that judge, as they stand in an answer. */
const CODE_WORDS = { "debrief.decide that it was on merit": '"merit"' };

/** A vocabulary whose words begin with the mark, which must occur nowhere else. */
export function sealedWords(mark: string): SealedWords {
  const known = new Set<string>();
  const word = (name: string) => `[${mark} ${name}]`;
  return {
    mark,
    plant(path, field) {
      const name = `${path} ${field}`;
      known.add(name);
      return word(name);
    },
    planted: () => [...known],
    foundIn: (text) => [
      ...(text.includes(`[${mark} `) ? [...known].filter((name) => text.includes(word(name))) : []),
      ...Object.entries(CODE_WORDS).flatMap(([name, code]) => (text.includes(code) ? [name] : [])),
    ],
  };
}

/**
 * What two worlds must share: an answer without ids, instants, hashes, tokens and slugs, and without the
 * order of lists, which two equal worlds may give differently.
 */
export function comparable(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.replaceAll(FOLD, "").replaceAll(VARYING, "·"));
  }
  if (Array.isArray(value)) return `[${value.map(comparable).toSorted().join()}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const fields = Object.entries(value).map(([key, inner]) => `${key}:${comparable(inner)}`);
  return `{${fields.toSorted().join()}}`;
}

/** How a calendar file breaks a long line. */
const FOLD = "\r\n ";
const VARYING =
  /whsec_[A-Za-z0-9+/]{43}=|rubric_(?:pat|svc)_…?\w+|\d{4}-\d\d-\d\dT[\d:.]+Z|\d{8}T\d{6}Z|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{8,}/g;
