import type { Explanation as Explained } from "@rubric/domain/policy/explanation";
import { explainedValues } from "./explained-values.ts";
import type { ReactNode } from "react";
import classes from "./explanation.module.css";
import { ExactTime } from "./exact-time.tsx";
import { nameWords } from "./rule-words.ts";
import { ruleWords, segmentWords } from "./segment-words.ts";
import { ToneBadge } from "./state-badge.tsx";

const OUTCOME = {
  passed: { word: "Nothing against it", tone: "good" },
  refused: { word: "Refused", tone: "late" },
  effect: { word: "Accepted, with an effect", tone: "running" },
} as const;
const KINDS = {
  validation: "it refuses what does not fit",
  flow: "it lets pass and adds an effect",
} as const;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Why a rule said what it said, in full: version, segment, parameters and the facts it looked at. */
export function ExplanationView({ explanation }: { explanation: Explained }) {
  const { policy, segment, place, sentence, lift } = explanation;
  const outcome = OUTCOME[explanation.outcome];
  const number = policy?.number ?? null;
  return (
    <div className={classes.why}>
      <ToneBadge tone={outcome.tone}>{outcome.word}</ToneBadge>
      {sentence === null ? null : <p className={classes.sentence}>{sentence}</p>}
      {lift === null ? null : <p className={classes.lift}>{lift}</p>}
      <Part title="By which rule">
        <Fact label="Rule">
          {ruleWords(explanation.rule)} <code>{explanation.rule}</code>
        </Fact>
        <Fact label="Kind">
          {nameWords(explanation.kind)}: {KINDS[explanation.kind]}
        </Fact>
        <Fact label="Policy">
          {number === null
            ? "None of the organization's: the rule's own standard"
            : number === 0
              ? "A version that is only tried"
              : `Version ${number}, for: ${segmentWords(segment)}`}
        </Fact>
        <Fact label="Judged">
          <ExactTime at={explanation.at} />, for: {segmentWords(place)}
        </Fact>
      </Part>
      <Part title="Its parameters">{pairs(explanation.parameters)}</Part>
      <Part title="The facts it looked at">{pairs(explanation.facts)}</Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      {children === null ? (
        <p className={classes.lift}>None.</p>
      ) : (
        <dl className={classes.facts}>{children}</dl>
      )}
    </section>
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

function pairs(of: Record<string, unknown>) {
  const values = explainedValues(of);
  if (values.length === 0) return null;
  return values.map(({ name, value }) => (
    <Fact key={name} label={name}>
      {INSTANT.test(value) ? <ExactTime at={value} /> : value}
    </Fact>
  ));
}
