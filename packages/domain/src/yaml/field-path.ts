/** The field of an item: `competencies[3]`. */
function itemIn(parent: string, index: number): string {
  return `${parent}[${index}]`;
}

/** The field of a key: `competencies[3].level`; an odd key is quoted: `levels[0]["a b"]`. */
export function fieldIn(parent: string, key: string): string {
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

/** What a file says, cut to a length that fits a sentence. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** The field that a path of keys and indexes names; "" is the whole file. */
export function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (parent, step) =>
      typeof step === "number" ? itemIn(parent, step) : fieldIn(parent, String(step)),
    "",
  );
}
