/** The members of the European Union by ISO 3166-1; what binds the Union binds each of them. */
export const EU_MEMBERS: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/**
 * A region and all it lies in, the narrowest first: `US-NY-NYC` is in `US-NY`, in `US`; `DE-BE` in
 * `DE`, in `EU`. A code is ISO 3166-1, ISO 3166-2, or the latter with a UN/LOCODE place behind it.
 */
export function chainOf(region: string): readonly string[] {
  const parts = region.split("-");
  const chain = parts.map((_, at) => parts.slice(0, parts.length - at).join("-"));
  const country = parts[0] ?? "";
  return EU_MEMBERS.has(country) ? [...chain, "EU"] : chain;
}

/** Whether a region is another one or lies in it. */
export function isWithin(region: string, other: string): boolean {
  return chainOf(region).includes(other);
}
