import { z } from "zod";
import { shortened } from "../yaml/field-path.ts";
import { findCircle } from "./circle.ts";
import { leadsTo, type LibraryFrame } from "./frame.ts";

/** A finding at a path of the file; `lineOf` gives the line of another path that it speaks of. */
type Finding = { path: (string | number)[]; message: string };
type LineOf = (path: (string | number)[]) => number;

const Word = z.string().catch("");
const Words = z.array(Word).catch([]);
const Nothing = { id: "", competency: "", level: "", technologies: [], requires: [] };
const Entry = z
  .object({ id: Word, competency: Word, level: Word, technologies: Words, requires: Words })
  .catch(Nothing);
const Outline = z.object({ items: z.array(Entry).catch([]) }).catch({ items: [] });
type Entry = z.infer<typeof Entry>;

/**
 * What no schema sees: repeated ids, items that require what is not there, what is above them, or
 * each other in a circle, and, given a framework's `frame`, keys that it does not have. Takes any
 * value and looks only at the parts that have the right shape.
 */
export function referenceIssues(value: unknown, lineOf: LineOf, frame?: LibraryFrame): Finding[] {
  const { items } = Outline.parse(value);
  return [
    ...repeatedIds(items, lineOf),
    ...items.flatMap((item, index) => [
      ...repeatedWords("technologies", item, index),
      ...repeatedWords("requires", item, index),
    ]),
    ...(frame ? unknownKeys(items, frame) : []),
    ...requiredIssues(items, lineOf, frame),
    ...circleIssues(items),
  ];
}

function repeatedIds(items: readonly Entry[], lineOf: LineOf): Finding[] {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    if (id === "") return [];
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    if (earlier === undefined) return [];
    const line = lineOf(["items", earlier, "id"]);
    const message = `The id "${shortened(id)}" is taken on line ${line}.`;
    return [{ path: ["items", index, "id"], message }];
  });
}

function repeatedWords(field: "technologies" | "requires", item: Entry, index: number): Finding[] {
  const seen = new Set<string>();
  return item[field].flatMap((word, at) => {
    if (word === "") return [];
    if (!seen.has(word)) {
      seen.add(word);
      return [];
    }
    const message = `"${shortened(word)}" stands in \`${field}\` twice.`;
    return [{ path: ["items", index, field, at], message }];
  });
}

function unknownKeys(items: readonly Entry[], frame: LibraryFrame): Finding[] {
  const levels = new Set(frame.levels.map(({ key }) => key));
  return items.flatMap((item, index) =>
    (["competency", "level"] as const).flatMap((field) => {
      const known = field === "competency" ? frame.competencies : levels;
      const key = item[field];
      if (key === "" || known.has(key)) return [];
      const message = `The framework has no ${field} with the key "${shortened(key)}".`;
      return [{ path: ["items", index, field], message }];
    }),
  );
}

function requiredIssues(items: readonly Entry[], lineOf: LineOf, frame?: LibraryFrame): Finding[] {
  const indexOf = new Map(items.map(({ id }, index) => [id, index]));
  const leads = frame ? leadsTo(frame) : () => null;
  return items.flatMap((item, index) =>
    item.requires.flatMap((id, at) => {
      if (id === "") return [];
      const say = (message: string) => [{ path: ["items", index, "requires", at], message }];
      const other = indexOf.get(id);
      if (other === undefined) return say(`There is no item "${shortened(id)}" in \`items\`.`);
      const level = items[other]?.level ?? "";
      if (leads(level, item.level) !== false) return [];
      const line = lineOf(["items", other, "level"]);
      return say(
        `"${shortened(id)}" is of the level "${shortened(level)}" (line ${line}), which does not lead to "${shortened(item.level)}".`,
      );
    }),
  );
}

function circleIssues(items: readonly Entry[]): Finding[] {
  const requires = new Map(items.toReversed().map((item) => [item.id, item.requires]));
  requires.delete("");
  const circle = findCircle(requires);
  const first = items.findIndex(({ id }) => circle.includes(id));
  const start = items[first];
  if (!start) return [];
  const from = circle.indexOf(start.id);
  const way = [...circle.slice(from), ...circle.slice(0, from), start.id].map(shortened);
  const shown = way.length > 6 ? [...way.slice(0, 5), "…", start.id] : way;
  const message = `Items require each other in a circle: ${shown.join(" → ")}.`;
  const next = circle[(from + 1) % circle.length] ?? start.id;
  return [{ path: ["items", first, "requires", start.requires.indexOf(next)], message }];
}
