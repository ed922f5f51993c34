import { firstError, placeOf, shapeIssues } from "../yaml/first-error.ts";
import { readYamlSource, type Source, type SourceError } from "../yaml/read-source.ts";
import { RegionPack } from "./schemas.ts";

type ParsedPack = { ok: true; pack: RegionPack } | { ok: false; error: SourceError };

/** Reads a pack from YAML or JSON. Of all that is wrong, the error is what stands first in the file. */
export function parseRegionPack(text: string): ParsedPack {
  const read = readYamlSource(text);
  if (!read.ok) return read;
  const { source } = read;
  const shape = RegionPack.safeParse(source.value);
  const error = firstError(source, [
    ...source.issues,
    ...shapeIssues(source, shape.error?.issues ?? []),
    ...(shape.success ? meaningIssues(source, shape.data) : []),
  ]);
  if (error) return { ok: false, error };
  return { ok: true, pack: RegionPack.parse(source.value) };
}

/** What no shape can say: ids that tell rules apart, days in order, and no date on what has none. */
function meaningIssues(source: Source, { rules }: RegionPack) {
  const first = new Map<string, number>();
  return rules.flatMap((rule, index) => {
    const issue = (key: string, message: string) => ({
      at: placeOf(source, ["rules", index, key]),
      field: `rules[${index}].${key}`,
      message,
    });
    const earlier = first.get(rule.id);
    if (earlier === undefined) first.set(rule.id, index);
    return [
      ...(earlier === undefined
        ? []
        : [issue("id", `The id "${rule.id}" is that of rule ${earlier + 1} too.`)]),
      ...(rule.from !== null && rule.to !== null && rule.to < rule.from
        ? [issue("to", "The last day lies before the first.")]
        : []),
      ...(rule.pending === true && rule.from !== null
        ? [issue("pending", "A rule with a first day is not pending; leave one of them out.")]
        : []),
    ];
  });
}
