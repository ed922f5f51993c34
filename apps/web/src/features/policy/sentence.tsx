import classes from "./policy.module.css";

/** A rule's sentence with its parameters as chips. */
export function Sentence({
  template,
  parameters,
}: {
  template: string;
  parameters: Record<string, unknown>;
}) {
  return (
    <p className={classes.sentence}>
      {template.split(/(\{\w+\})/).map((part, at) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (name === undefined) return part;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of a sentence never move
          <span key={at} className={classes.chip} title={name}>
            {chipWords(parameters[name])}
          </span>
        );
      })}
    </p>
  );
}

/** A parameter's value as a chip shows it. */
function chipWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(chipWords).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value.replaceAll("_", " ") : "none";
}
