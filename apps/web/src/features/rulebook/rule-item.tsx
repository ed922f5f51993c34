import type { PolicyListView, RuleView } from "@rubric/domain/policy/schemas";
import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { segmentWords } from "../../ui/segment-words.ts";
import classes from "./rules.module.css";

export type Bound = PolicyListView["policies"][number];

const KINDS = { validation: "refuses", flow: "adds" } as const;

/** One rule: what it says, and opened also where it is asked, what it keeps and what tests it. */
export function RuleItem({
  org,
  rule,
  bound,
}: {
  org: string;
  rule: RuleView;
  /** The policies in force for it; null where they are not known here. */
  bound: Bound[] | null;
}) {
  return (
    <details className={classes.rule} id={rule.name}>
      <summary className={classes.head}>
        <IconChevronRight size={14} stroke={1.8} aria-hidden="true" className={classes.mark} />
        <span className={classes.words}>
          {rule.kinds.map(({ kind, sentence }) => (
            <span key={kind} className={classes.sentence}>
              <Said sentence={sentence} rule={rule} />
              {rule.kinds.length === 1 ? null : (
                <span className={classes.kind}>
                  {" "}
                  {kind}: it {KINDS[kind]}
                </span>
              )}
            </span>
          ))}
          <code className={classes.name}>{rule.name}</code>
        </span>
        <span className={classes.marks}>
          {rule.laws.length === 0 ? null : (
            <span className={classes.kind}>
              {rule.laws.length === 1 ? "Law" : "Laws"} {rule.laws.join(", ")}
            </span>
          )}
          {rule.settable ? <InForce bound={bound} /> : null}
        </span>
      </summary>
      <dl className={classes.facts}>
        <Fact label="Kind">
          {rule.kinds.map(({ kind }) => `${kind}: it ${KINDS[kind]}`).join("; ")}
        </Fact>
        {rule.settable ? (
          <Fact label="Policy">
            <Policies org={org} rule={rule.name} bound={bound} />
          </Fact>
        ) : null}
        {rule.parameters.length === 0 ? null : (
          <Fact label="Parameters">
            <ul className={classes.list}>
              {rule.parameters.map(({ name, title, unit, standard }) => (
                <li key={name}>
                  {title} <code>{name}</code>: {standard.replaceAll("_", " ")}
                  {unit === null ? "" : ` ${unit}`} where no policy says otherwise
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact label="Asked by">
          {rule.everywhere ? "every command and query" : <Codes of={rule.points} />}
        </Fact>
        {rule.codes.length === 0 ? null : (
          <Fact label="Refuses with">
            <Codes of={rule.codes} />
          </Fact>
        )}
        {rule.effects.length === 0 ? null : (
          <Fact label="Adds">
            <Codes of={rule.effects} />
          </Fact>
        )}
        <Fact label="Table tests">
          <Codes of={[rule.tests]} />
        </Fact>
      </dl>
    </details>
  );
}

/** A sentence with its parameters by their titles. */
function Said({ sentence, rule }: { sentence: string; rule: RuleView }) {
  return sentence.split(/(\{\w+\})/).map((part, at) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const known = rule.parameters.find((one) => one.name === name);
    if (known === undefined) return part;
    return (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of a sentence never move
      <span key={at} className={classes.chip} title={known.title}>
        {known.standard.replaceAll("_", " ")}
      </span>
    );
  });
}

function InForce({ bound }: { bound: Bound[] | null }) {
  if (bound === null) return <ToneBadge tone="idle">Set by policy</ToneBadge>;
  if (bound.length === 0) return <ToneBadge tone="idle">Standard in force</ToneBadge>;
  return (
    <ToneBadge tone="good">
      {bound.length === 1 ? "1 policy in force" : `${bound.length} policies in force`}
    </ToneBadge>
  );
}

function Policies({ org, rule, bound }: { org: string; rule: string; bound: Bound[] | null }) {
  if (bound === null) return "A policy may set it; where none does, the standard holds.";
  const link = <Link href={`/o/${org}/settings/policies#${rule}`}>Its policies</Link>;
  if (bound.length === 0) return <>None: the standard holds. {link}</>;
  return (
    <>
      {bound.map(({ segment }) => segmentWords(segment)).join("; ")}. {link}
    </>
  );
}

function Codes({ of }: { of: readonly string[] }) {
  return of.map((one, at) => (
    <span key={one}>
      {at === 0 ? "" : ", "}
      <code>{one}</code>
    </span>
  ));
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
