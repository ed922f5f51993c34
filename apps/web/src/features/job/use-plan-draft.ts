"use client";

import type { PlanContent } from "@rubric/domain/job/plan/schemas";
import { INTERVIEW_KINDS, STAGE_KINDS } from "@rubric/domain/job/plan/schemas";
import type { JobView } from "@rubric/domain/job/schemas";
import { useMemo, useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { contentOf, problemsOf } from "./plan-content.ts";

/** What is kept in this browser; looser than a plan that may be saved. */
const Kept = z.object({
  baseId: z.string().nullable(),
  plan: z.object({
    criteria: z.array(
      z.object({
        competencyKey: z.string(),
        expectedLevelKey: z.string(),
        weight: z.number(),
        required: z.boolean(),
      }),
    ),
    stages: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        kind: z.enum(STAGE_KINDS),
        assesses: z.string(),
        tip: z.string(),
        debrief: z.boolean(),
        answerDays: z.number(),
        interviews: z.array(
          z.object({
            name: z.string(),
            kind: z.enum(INTERVIEW_KINDS),
            minutes: z.number(),
            instructions: z.string(),
            competencyKeys: z.array(z.string()),
            questionIds: z.array(z.string()),
          }),
        ),
      }),
    ),
  }),
});
type Kept = z.infer<typeof Kept>;

/**
 * The plan that is being written: what is stored of it, and over that what was typed here and not
 * saved yet. Rubric and plan are one thing, so both pages of a job share it.
 */
export function usePlanDraft(job: JobView) {
  const trpc = useTRPC();
  const base = job.plans.draft ?? job.plans.current;
  const baseId = base?.id ?? null;
  const stored = useMemo(() => (base === null ? null : contentOf(base)), [base]);
  const [kept, setKept] = useState<Kept | null>(null);
  const draft = useDraft(`plan:${job.id}`, 1, Kept, (found) => setKept(found.value));
  const save = useCommand(trpc.job.savePlan.mutationOptions());
  const mine = kept !== null && kept.baseId === baseId ? kept.plan : null;
  const plan = mine ?? stored;
  const problems = useMemo(() => (plan === null ? [] : problemsOf(plan, job)), [plan, job]);

  function drop() {
    draft.clear();
    setKept(null);
    save.reset();
  }

  return {
    plan,
    /** Typed here and not saved. */
    dirty: mine !== null,
    /** Typed here upon a plan that someone changed since. */
    stale: kept !== null && kept.baseId !== baseId,
    problems,
    /** The first problem at a place of the plan, or below it. */
    problemAt: (path: string): string | undefined =>
      problems.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.sentence,
    change: (next: PlanContent) => {
      const value = { baseId, plan: next };
      setKept(value);
      draft.keep(value);
    },
    /** Goes on from what was typed, over what someone else saved. */
    takeMine: () => {
      if (kept === null) return;
      const value = { ...kept, baseId };
      setKept(value);
      draft.keep(value);
    },
    drop,
    saving: save.running,
    refusal: save.refusal,
    save: async () => {
      if (plan === null) return;
      await save.run({
        jobId: job.id,
        draftId: job.plans.draft?.id ?? null,
        frameworkVersionId: job.framework.versionId,
        plan,
      });
      drop();
    },
  };
}

export type PlanDraft = ReturnType<typeof usePlanDraft>;
