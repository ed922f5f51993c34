import type { Explanation as Explained } from "@rubric/domain/policy/explanation";
import { explainedValues } from "./explained-values.ts";
import classes from "./explanation.module.css";
import { ExactTime } from "./exact-time.tsx";
import { placeWords } from "./places.ts";
import { ToneBadge } from "./state-badge.tsx";

const OUTCOME = {
  passed: { word: "Nothing against it", tone: "good" },
  refused: { word: "Refused", tone: "late" },
  effect: { word: "Accepted, with an effect", tone: "running" },
} as const;

const KIND = { validation: "which refuses", flow: "which accepts with an effect" } as const;

/** Why a rule said what it said, in full: version, segment, parameters and the facts it looked at. */
export function ExplanationView({ explanation }: { explanation: Explained }) {
  const { policy, segment, place } = explanation;
  const outcome = OUTCOME[explanation.outcome];
  return (
    <dl className={classes.facts}>
      <Fact label="Outcome">
        <ToneBadge tone={outcome.tone}>{outcome.word}</ToneBadge>
      </Fact>
      {explanation.sentence === null ? null : <Fact label="Sentence">{explanation.sentence}</Fact>}
      {explanation.lift === null ? null : <Fact label="What lifts it">{explanation.lift}</Fact>}
      <Fact label="Rule">
        <code>{explanation.rule}</code>, {KIND[explanation.kind]}
      </Fact>
      <Fact label="Policy">
        {policy === null
          ? "None of the organization's: the rule's own standard"
          : policy.number === 0
            ? "A version that is only tried"
            : `Version ${policy.number}`}
      </Fact>
      <Fact label="Segment">{wordsOf(segment)}</Fact>
      <Fact label="Met">{wordsOf(place)}</Fact>
      <Fact label="Parameters">{pairs(explanation.parameters)}</Fact>
      <Fact label="Facts">{pairs(explanation.facts)}</Fact>
      <Fact label="Judged">
        <ExactTime at={explanation.at} />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function wordsOf(of: Explained["segment"]): string {
  const { region, client, network, experiment } = of;
  const place = region === null || region === "EU" ? region : placeWords(region);
  const words = [place, client, network, experiment].filter((one) => one !== null);
  return words.length === 0 ? "everyone" : words.join(" · ");
}

function pairs(of: Record<string, unknown>) {
  const values = explainedValues(of);
  if (values.length === 0) return "none";
  return (
    <ul className={classes.pairs}>
      {values.map(({ name, value }) => (
        <li key={name}>
          <span className={classes.name}>{name}:</span> {value}
        </li>
      ))}
    </ul>
  );
}
