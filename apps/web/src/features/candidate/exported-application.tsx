import type { ExportView } from "@rubric/domain/candidate/schemas";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Money } from "../../ui/money.tsx";
import { type Entry, Entries, type Fact, Facts } from "./exported-parts.tsx";
import classes from "./exported.module.css";

type Application = NonNullable<ExportView["document"]>["applications"][number];
type Scorecard = Application["interviews"][number]["scorecards"][number];

const plain = (word: string) => word.replaceAll("_", " ");

/** One application with all that was done and written in it. */
export function ExportedApplication({ of }: { of: Application }) {
  const groups: readonly (readonly [string, readonly Entry[]])[] = [
    ["Steps", of.stages.map((one) => ({ title: one.name, at: one.enteredAt, facts: [] }))],
    ["Interviews", of.interviews.map(interviewEntry)],
    ["Scorecards", of.interviews.flatMap((one) => one.scorecards.flatMap(scorecardEntries))],
    ["Notes", of.notes.map((one) => entry(one.kind, one.at, [by(one.by), ["Text", one.text]]))],
    ["Debriefs", of.debriefs.map(debriefEntry)],
    ["Decisions", of.decisions.map(decisionEntry)],
    ["Offers", of.offers.map(offerEntry)],
    [
      "Pay ranges shown to you",
      of.rangesShown.map((one) =>
        entry(one.how, one.at, [
          ["Region", one.region ?? ""],
          ["From", <Money key="min" minor={one.minMinor} currency={one.currency} />],
          ["To", <Money key="max" minor={one.maxMinor} currency={one.currency} />],
        ]),
      ),
    ],
    [
      "What you asked to be arranged",
      of.adjustments.map((one) =>
        entry("Request", one.createdAt, [
          ["You asked", one.asked],
          ["Arranged", one.effect],
        ]),
      ),
    ],
    [
      "Feedback that you asked for",
      of.feedback === null
        ? []
        : of.feedback.words.map((one) =>
            entry(one.competency, of.feedback?.sentAt ?? of.feedback?.askedAt ?? "", [
              ["By", of.feedback?.by ?? "not sent yet"],
              ["Text", one.text],
            ]),
          ),
    ],
    [
      "Departures from the plan",
      of.deviations.map((one) =>
        entry(plain(one.kind), one.at, [by(one.by), ["Reason", one.reason]]),
      ),
    ],
    [
      "Sealed scorecards read before their time",
      of.sealsBroken.map((one) => entry("Read", one.at, [by(one.by), ["Reason", one.reason]])),
    ],
    [
      "All that happened",
      of.timeline.map((one) =>
        entry(plain(one.what), one.at, [
          by(one.by),
          ...Object.entries(one.details).map(([name, value]): Fact => [
            name,
            value === null ? "" : String(value),
          ]),
        ]),
      ),
    ],
  ];
  return (
    <section className={classes.part}>
      <h3>Your application: {of.job}</h3>
      <Facts
        of={[
          ["State", plain(of.state)],
          ["Reason", of.stateReason === null ? "" : plain(of.stateReason)],
          ["Came about", plain(of.source)],
          ["Since", <ExactTime key="since" at={of.createdAt} />],
          ["Ended", of.endedAt === null ? "" : <ExactTime key="ended" at={of.endedAt} />],
          ...of.answers.map((one): Fact => [one.question, one.answer]),
        ]}
      />
      {groups.map(([title, entries]) =>
        entries.length === 0 ? null : (
          <section key={title}>
            <h4>{title}</h4>
            <Entries of={entries} />
          </section>
        ),
      )}
    </section>
  );
}

function entry(title: string, at: string | null, facts: readonly Fact[]): Entry {
  return { title, at, facts };
}

function by(who: string): Fact {
  return ["By", who];
}

function interviewEntry(one: Application["interviews"][number]): Entry {
  return entry(one.name, one.startsAt, [
    ["Kind", plain(one.kind)],
    ["State", plain(one.state)],
    ["Place", one.place],
    ["What to look at", one.focus],
  ]);
}

function scorecardEntries({ by: author, state, draft, versions }: Scorecard): Entry[] {
  if (versions.length === 0) {
    return [entry(`Scorecard, ${plain(state)}`, null, [by(author), ["Draft", draft ?? ""]])];
  }
  return versions.map((one) =>
    entry(one.struck ? "Scorecard, struck" : "Scorecard", one.submittedAt, [
      by(one.by),
      ["Recommendation", one.recommendation === null ? "" : plain(one.recommendation)],
      ["Summary", one.summary],
      ["Why it was corrected", one.correctionReason ?? ""],
      ...one.ratings.map((rating): Fact => [
        rating.criterion,
        [
          rating.rating === null ? "not assessed" : plain(rating.rating),
          rating.evidence,
          rating.notAssessedReason,
        ]
          .filter((part) => part !== "")
          .join(": "),
      ]),
      ...one.notes.map((note): Fact => [note.question, note.text]),
    ]),
  );
}

function debriefEntry(one: Application["debriefs"][number]): Entry {
  return entry(`${one.stage}, session ${one.session}`, one.openedAt, [
    ["State", plain(one.state)],
    ["Notes", one.notes],
    ["Reason", one.reason ?? ""],
    ...one.secondRatings.map((rating): Fact => [
      rating.criterion,
      `${plain(rating.rating)}: ${rating.reason}`,
    ]),
  ]);
}

function decisionEntry(one: Application["decisions"][number]): Entry {
  return entry(`${plain(one.kind)}, ${one.stage}`, one.at, [
    by(one.by),
    ["State", plain(one.state)],
    ["Reason", one.reason],
    ["Requirement", one.requirement ?? ""],
    ["Level", one.level ?? ""],
    ["Rests on", one.criteria.join(", ")],
    ["Why it was reversed", one.reversalReason ?? ""],
  ]);
}

function offerEntry(one: Application["offers"][number]): Entry {
  return entry(`Version ${one.version}, ${plain(one.state)}`, one.sentAt, [
    ["Level", one.level],
    ["Pay", <Money key="pay" minor={one.amountMinor} currency={one.currency} />],
    ["Start", one.startDate],
    ["Conditions", one.conditions],
    ["Reason for the range", one.rangeReason],
    ["Your answer", one.answer],
  ]);
}
