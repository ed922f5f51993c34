import type { RuleView } from "@rubric/domain/policy/schemas";
import type { ReactNode } from "react";
import classes from "./rules.module.css";

const KINDS = { validation: "refuses", flow: "adds" } as const;

/** One rule: what it says, where it is asked, what it keeps and what tests it. */
export function RuleItem({ rule }: { rule: RuleView }) {
  return (
    <article className={classes.rule} aria-label={rule.name} id={rule.name}>
      <h3 className={classes.name}>{rule.name}</h3>
      {rule.kinds.map(({ kind, sentence }) => (
        <p key={kind} className={classes.sentence}>
          {sentence}{" "}
          <span className={classes.kind}>
            ({kind}: it {KINDS[kind]})
          </span>
        </p>
      ))}
      <dl className={classes.facts}>
        <Fact label="Asked by">
          {rule.everywhere ? "every command and query" : rule.points.join(", ")}
        </Fact>
        {rule.parameters.length === 0 ? null : (
          <Fact label="Parameters">{rule.parameters.map(parameterWords).join("; ")}</Fact>
        )}
        {rule.laws.length === 0 ? null : <Fact label="Laws">{rule.laws.join(", ")}</Fact>}
        {rule.codes.length === 0 ? null : <Fact label="Refuses with">{rule.codes.join(", ")}</Fact>}
        {rule.effects.length === 0 ? null : <Fact label="Adds">{rule.effects.join(", ")}</Fact>}
        <Fact label="Table tests">{rule.tests}</Fact>
      </dl>
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function parameterWords({ title, name, unit, standard }: RuleView["parameters"][number]): string {
  return `${title} (${name}), ${standard}${unit === null ? "" : ` ${unit}`} where no policy says otherwise`;
}
