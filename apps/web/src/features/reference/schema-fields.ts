type Schema = Readonly<Record<string, unknown>>;

/** A field of a schema as a person reads it. */
export type Field = {
  name: string;
  /** "text", "list of uuid", "one of 3 shapes". */
  type: string;
  optional: boolean;
  nullable: boolean;
  /** Bounds and rules, in words. */
  facts: string[];
  /** The members of an enumeration. */
  members: string[];
  /** What is inside: fields of an object, of a list's rows, or the shapes of a union. */
  inside: Field[];
};

const FORMATS: Record<string, string> = {
  uuid: "uuid",
  "date-time": "instant",
  date: "date",
  email: "e-mail address",
  uri: "address",
};

/** The fields of an object schema; of any other schema, itself as one field without a name. */
export function fieldsOf(schema: Schema): Field[] {
  const field = fieldOf("", schema, false);
  return isObject(schema["properties"]) ? field.inside : [field];
}

function fieldOf(name: string, of: Schema, optional: boolean): Field {
  const { schema, nullable } = withoutNull(merged(of));
  const arms = armsOf(schema);
  const rows = isObject(schema["items"]) ? fieldOf("", schema["items"], false) : null;
  const members = listOf(schema["enum"] ?? ("const" in schema ? [schema["const"]] : []));
  return {
    name,
    type: typeOf(schema),
    optional,
    nullable,
    facts: [...factsOf(schema), ...(rows?.facts.map((fact) => `each: ${fact}`) ?? [])],
    members: members.length > 0 ? members.map(asText) : (rows?.members ?? []),
    inside:
      arms.length > 0
        ? arms.map((arm, index) => fieldOf(armName(arm, index), arm, false))
        : rows !== null
          ? rows.inside
          : insideOf(schema),
  };
}

function insideOf(schema: Schema): Field[] {
  const required = listOf(schema["required"]);
  const fields = entriesOf(schema["properties"]).map(([name, field]) =>
    fieldOf(name, field, !required.includes(name)),
  );
  const rest = schema["additionalProperties"];
  const open = isObject(rest) && Object.keys(rest).length > 0;
  return open ? [...fields, fieldOf("any key", rest, true)] : fields;
}

/** What a schema's type is called. */
function typeOf(schema: Schema): string {
  const arms = armsOf(schema);
  if (arms.length > 0) return arms.some(hasFields) ? `one of ${arms.length} shapes` : either(arms);
  if (schema["enum"] !== undefined) return "one of these";
  if ("const" in schema) return "always";
  switch (schema["type"]) {
    case "string":
      return FORMATS[String(schema["format"])] ?? "text";
    case "integer":
      return "whole number";
    case "boolean":
      return "true or false";
    case "array":
      return isObject(schema["items"])
        ? `list of ${typeOf(withoutNull(merged(schema["items"])).schema).replace("one of these", "these")}`
        : "list";
    case "object":
      return hasFields(schema) || !isObject(schema["additionalProperties"]) ? "object" : "map";
    case undefined:
      return "anything";
    default:
      return asText(schema["type"]);
  }
}

function either(arms: Schema[]): string {
  return [...new Set(arms.map((arm) => typeOf(merged(arm))))].join(" or ");
}

function factsOf(schema: Schema): string[] {
  const { pattern, description } = schema;
  const least = (key: string) => numberOf(schema[key]);
  const range = (from: number | null, to: number | null, of: string) =>
    from === null && to === null
      ? []
      : [
          from === null
            ? `at most ${shown(to)}${of}`
            : to === null
              ? `at least ${shown(from)}${of}`
              : from === to
                ? `${shown(from)}${of}`
                : `${shown(from)} to ${shown(to)}${of}`,
        ];
  return [
    ...range(least("minLength"), least("maxLength"), " characters"),
    ...range(least("minItems"), least("maxItems"), " entries"),
    ...range(bound(least("minimum")), bound(least("maximum")), ""),
    ...(typeof pattern === "string" && !PLAIN.has(pattern) ? [`matches ${pattern}`] : []),
    ...("default" in schema ? [`${asText(schema["default"])} unless given`] : []),
    ...(typeof description === "string" ? [description] : []),
  ];
}

/** Patterns that a format or a word says already. */
const PLAIN = new Set(["^[^\\u0000]*$", "Z$", "\\.\\d{3}Z$", "^[12]\\d{3}-"]);

function shown(value: number | null): string {
  return (value ?? 0).toLocaleString("en");
}

function bound(value: number | null): number | null {
  return value === null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
}

/** A union that has null as one of its arms is what is left, and nullable. */
function withoutNull(schema: Schema): { schema: Schema; nullable: boolean } {
  const types = listOf(schema["type"]);
  if (types.includes("null")) {
    const [type] = types.filter((one) => one !== "null");
    return { schema: { ...schema, type }, nullable: true };
  }
  const all = listOf(schema["anyOf"]).filter(isObject);
  const arms = all.filter((arm) => arm["type"] !== "null");
  if (arms.length === all.length) return { schema, nullable: false };
  const { anyOf: _, ...rest } = schema;
  const [only] = arms;
  if (arms.length === 1 && only !== undefined)
    return { schema: merged({ ...rest, ...only }), nullable: true };
  return { schema: { ...rest, anyOf: arms }, nullable: true };
}

function merged(schema: Schema): Schema {
  const parts = listOf(schema["allOf"]).filter(isObject);
  return parts.length === 0 ? schema : Object.assign({}, schema, ...parts);
}

function armsOf(schema: Schema): Schema[] {
  return [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])].filter(isObject);
}

/** A shape of a union is called by the constant that tells it apart. */
function armName(arm: Schema, index: number): string {
  const told = entriesOf(arm["properties"]).find(([, field]) => "const" in field);
  return told === undefined ? `shape ${index + 1}` : `${told[0]}: ${asText(told[1]["const"])}`;
}

function hasFields(schema: Schema): boolean {
  return isObject(schema["properties"]);
}

function entriesOf(value: unknown): [string, Schema][] {
  return isObject(value)
    ? Object.entries(value).flatMap(([name, one]): [string, Schema][] =>
        isObject(one) ? [[name, one]] : [],
      )
    : [];
}

function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
