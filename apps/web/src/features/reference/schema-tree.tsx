import { type Field, fieldsOf } from "./schema-fields.ts";
import classes from "./schema-tree.module.css";

/** With so many fields at most, the first level of what is inside them is open when one comes. */
const FEW = 8;

/** A schema as its fields: name, type, bounds and rules; what lies deeper is folded. */
export function SchemaTree({
  schema,
  none,
}: {
  schema: Record<string, unknown> | null;
  /** What is said where there is no field. */
  none: string;
}) {
  const fields = schema === null ? [] : fieldsOf(schema);
  if (fields.length === 0) return <p className={classes.none}>{none}</p>;
  return <Fields fields={fields} depth={0} />;
}

function Fields({ fields, depth }: { fields: Field[]; depth: number }) {
  return (
    <ul className={classes.fields} data-depth={depth}>
      {fields.map((field) => (
        <li key={field.name}>
          <One field={field} depth={depth} open={depth === 0 && fields.length <= FEW} />
        </li>
      ))}
    </ul>
  );
}

function One({ field, depth, open }: { field: Field; depth: number; open: boolean }) {
  if (field.inside.length === 0) return <Line field={field} />;
  return (
    <details className={classes.fold} open={open}>
      <summary>
        <Line field={field} />
      </summary>
      <Fields fields={field.inside} depth={depth + 1} />
    </details>
  );
}

function Line({ field }: { field: Field }) {
  const { name, type, optional, nullable, facts, members } = field;
  return (
    <span className={classes.line}>
      <span className={classes.head}>
        {name === "" ? null : <code className={classes.name}>{name}</code>}
        <span className={classes.type}>
          {type}
          {nullable ? " or null" : ""}
        </span>
        {optional ? <span className={classes.optional}>optional</span> : null}
      </span>
      {members.length === 0 ? null : (
        <span className={classes.members}>
          {members.map((member) => (
            <code key={member}>{member}</code>
          ))}
        </span>
      )}
      {facts.length === 0 ? null : <span className={classes.facts}>{facts.join(" · ")}</span>}
    </span>
  );
}
