import type { Field, Spec } from "./spec.ts";

/** Chooses among so many things. */
type Choose = (count: number) => number;

/** A spec in which one place is another: a bound moved, a key gone, a value more, or all of it. */
export function edited(spec: Spec, choose: Choose, other: Spec): Spec {
  const inner = intoOne(spec, choose, other);
  const options = [...(inner === null ? [] : [inner, inner, inner]), ...own(spec, choose, other)];
  return options[choose(options.length)]?.() ?? spec;
}

type Edit = () => Spec;

/** An edit further in; null where there is no further. */
function intoOne(spec: Spec, choose: Choose, other: Spec): Edit | null {
  switch (spec.kind) {
    case "null":
    case "list":
    case "record":
      return () => ({ ...spec, of: edited(spec.of, choose, other) });
    case "tuple":
    case "union":
      return () => {
        const at = choose(spec.of.length);
        const of = spec.of.map((one, index) => (index === at ? edited(one, choose, other) : one));
        return { ...spec, of };
      };
    case "object":
      return Object.keys(spec.fields).length === 0
        ? null
        : () => ({ ...spec, fields: fieldsEdited(spec.fields, choose, other) });
    case "tagged":
      return () => {
        const tags = Object.keys(spec.arms);
        const tag = tags[choose(tags.length)] ?? "p";
        const fields = fieldsEdited(spec.arms[tag] ?? {}, choose, other);
        return { ...spec, arms: { ...spec.arms, [tag]: fields } };
      };
    default:
      return null;
  }
}

function fieldsEdited(fields: Record<string, Field>, choose: Choose, other: Spec) {
  const keys = Object.keys(fields);
  const key = keys[choose(keys.length)];
  const field = key === undefined ? undefined : fields[key];
  if (key === undefined || field === undefined) return added(fields, "required", other);
  const { [key]: _gone, ...rest } = fields;
  const { spec, presence } = field;
  const options: (() => Record<string, Field>)[] = [
    () => rest,
    () => ({ ...fields, [key]: { spec: edited(spec, choose, other), presence } }),
    () => ({ ...fields, [key]: { spec: edited(spec, choose, other), presence } }),
    () => ({
      ...fields,
      [key]: { spec, presence: presence === "required" ? "optional" : "required" },
    }),
    () => added(fields, "optional", other),
    () => added(fields, "required", other),
  ];
  return options[choose(options.length)]?.() ?? fields;
}

function added(fields: Record<string, Field>, presence: Field["presence"], spec: Spec) {
  const free = ["a", "b", "c", "d", "e"].find((key) => !(key in fields)) ?? "f";
  return { ...fields, [free]: { spec, presence } };
}

function own(spec: Spec, choose: Choose, other: Spec): Edit[] {
  const general: Edit[] = [
    () => ({ kind: "null", of: spec }),
    () => ({ kind: "union", of: [spec, other] }),
    ...(choose(6) === 0 ? [() => other] : []),
  ];
  return [...particular(spec, choose, other), ...general];
}

const moved = (bound: number | undefined, by: number) => (bound === undefined ? 2 : bound + by);

function particular(spec: Spec, choose: Choose, other: Spec): Edit[] {
  const by = choose(2) === 0 ? 1 : -1;
  switch (spec.kind) {
    case "text":
      return [
        () => ({ ...spec, max: Math.max(3, moved(spec.max, by)) }),
        () => ({ ...spec, max: undefined }),
        () => ({ ...spec, min: undefined }),
        () => ({ ...spec, trim: spec.trim !== true }),
        () => ({ ...spec, pattern: spec.pattern === undefined ? "^[a-z]*$" : undefined }),
        () => ({ ...spec, refined: spec.refined === undefined ? "no x" : undefined }),
        () => ({ kind: "enum", values: ["a", "b"] }),
      ];
    case "number":
      return [
        () => ({ ...spec, whole: !spec.whole }),
        () => ({ ...spec, max: spec.max === undefined ? 25 : moved(spec.max, by) }),
        () => ({ ...spec, min: undefined }),
        () => ({ ...spec, step: spec.step === 4 ? 2 : spec.step === undefined ? 3 : undefined }),
      ];
    case "pipe":
      return [
        () => ({ ...spec, trim: !spec.trim }),
        () => ({ ...spec, max: Math.max(2, moved(spec.max, by)) }),
        () => ({ ...spec, min: undefined }),
        () => (spec.coerced ? { kind: "number", whole: false } : { kind: "text", trim: spec.trim }),
      ];
    case "flag":
      return [() => ({ kind: "text" })];
    case "enum":
      return [
        () => ({ ...spec, values: [...new Set([...spec.values, "e"])] }),
        () => ({ ...spec, values: spec.values.slice(0, Math.max(1, spec.values.length - 1)) }),
        () => ({ kind: "text", max: 9 }),
      ];
    case "null":
      return [() => spec.of];
    case "list":
      return [
        () => ({ ...spec, max: Math.max(1, moved(spec.max, by)) }),
        () => ({ ...spec, min: undefined }),
        () => ({ kind: "tuple", of: [spec.of] }),
      ];
    case "tuple":
      return [
        () => ({ ...spec, of: [...spec.of, other] }),
        () => ({ kind: "list", of: spec.of[0] ?? other }),
      ];
    case "record":
      return [() => ({ kind: "object", mode: "loose", fields: {} })];
    case "object":
      return [
        () => ({ ...spec, mode: "strip" }),
        () => ({ ...spec, mode: "strict" }),
        () => ({ ...spec, mode: "loose" }),
        () => ({ ...spec, fields: added(spec.fields, "optional", other) }),
        () => ({ kind: "record", of: other }),
      ];
    case "union":
      return [
        () => spec.of[0] ?? other,
        () => ({ ...spec, of: [...spec.of, other] }),
        () => ({ ...spec, of: spec.of.toReversed() }),
      ];
    case "tagged":
      return [
        () => ({ ...spec, arms: { ...spec.arms, s: {} } }),
        () => ({ ...spec, arms: Object.fromEntries(Object.entries(spec.arms).slice(0, 1)) }),
      ];
  }
}
