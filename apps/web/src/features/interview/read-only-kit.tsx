"use client";

import type { KitView } from "@rubric/domain/interview/schemas";
import { useState } from "react";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Anchors } from "./anchors.tsx";
import { BeforeYouStart } from "./before-you-start.tsx";
import { FocusDialog } from "./focus-dialog.tsx";
import { OthersScorecards } from "./others-scorecards.tsx";
import { QuestionCard } from "./question-card.tsx";
import classes from "./read-only-kit.module.css";

/** The kit as who leads the job sees it: what will be asked and rated, and how far it is. */
export function ReadOnlyKit({ org, kit }: { org: string; kit: KitView }) {
  const [focusing, setFocusing] = useState(false);
  const { interview, may } = kit;
  const nameOf = (id: string | null) => kit.criteria.find((one) => one.id === id)?.name ?? null;
  return (
    <div className={classes.columns}>
      <section aria-label="Questions">
        <BeforeYouStart kit={kit} />
        <div className={classes.focus}>
          <ReasonButton
            variant="default"
            reason={may.setFocus?.sentence ?? null}
            lift={may.setFocus?.lift ?? null}
            onClick={() => setFocusing(true)}
          >
            {interview.focus === "" ? "Hand on a focus" : "Change the focus"}
          </ReasonButton>
        </div>
        <div className={classes.cards}>
          {kit.questions.map((question, index) => (
            <QuestionCard
              key={question.id}
              question={question}
              position={index + 1}
              criterion={nameOf(question.criterionId)}
              note=""
            />
          ))}
        </div>
      </section>
      <div className={classes.cards}>
        <OthersScorecards org={org} kit={kit} />
        <section aria-label="Criteria" className={classes.criteria}>
          <h2>Criteria</h2>
          {kit.criteria.map((criterion) => (
            <article key={criterion.id}>
              <h3>
                {criterion.name}
                {criterion.required ? null : <span> optional</span>}
              </h3>
              <Anchors levels={criterion.levels} />
            </article>
          ))}
        </section>
      </div>
      <FocusDialog
        interview={focusing ? interview : null}
        criteria={kit.criteria}
        onClose={() => setFocusing(false)}
      />
    </div>
  );
}
