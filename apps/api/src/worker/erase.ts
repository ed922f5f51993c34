import type { JobPayload } from "@rubric/db";
import type { Org } from "@rubric/domain/context";
import { type ErrorCode, Refused } from "@rubric/domain/errors";
import { type Deps, runQuery } from "@rubric/domain/execution";
import { allOrganizations, organizationById } from "@rubric/domain/identity";
import {
  type Due,
  eraseCandidate,
  eraseDue,
  erasureExists,
  findDue,
} from "@rubric/domain/retention";
import type { Log } from "./log.ts";
import { runAsSystem, systemCall } from "./system.ts";
import type { Transport } from "./transport.ts";

type Gone = Pick<Transport, "gone">;

/**
 * Carries out one request for erasure, or what is due of the person whose id it is, as `rubric_retention`; `deps` must be that role's. What is
 * kept of their e-mails outside the database goes before the commit, so that no crash leaves it. Doing it again changes nothing.
 */
export async function eraseOne(
  deps: Deps,
  transport: Gone,
  { orgId, id }: JobPayload,
): Promise<void> {
  const org = orgId === null ? null : await organizationById(deps.db, orgId);
  if (org === null) return;
  await unlessDone(async () => {
    const known = await isErasure(deps, org, id);
    await carryOut(deps, transport, org, known ? { erasureId: id } : { candidateId: id });
  });
}

function isErasure(deps: Deps, org: Org, id: string): Promise<boolean> {
  const options = { permission: "retention.settle", subjectId: null } as const;
  return runQuery(deps, systemCall(org), options, (ctx) => erasureExists(ctx, id));
}

/** What a day's look at what is due came to. */
export type Settled = { erased: number; failed: number };

/**
 * What law 10 demands today, person by person in transactions of their own, organization by
 * organization. What fails is logged, stops nothing else, and is tried again by the caller.
 */
export async function settleDay(
  deps: Deps,
  transport: Gone,
  { log, stopping }: { log: Log; stopping: AbortSignal },
): Promise<Settled> {
  const settled = { erased: 0, failed: 0 };
  for (const org of await allOrganizations(deps.db)) {
    let after: string | null = null;
    do {
      const due: Due = await dueAfter(deps, org, after);
      const works = [
        ...due.erasureIds.map((erasureId) => ({ erasureId })),
        ...due.candidateIds.map((candidateId) => ({ candidateId })),
      ];
      for (const input of works) {
        if (stopping.aborted) return settled;
        try {
          if (await unlessDone(() => carryOut(deps, transport, org, input))) settled.erased += 1;
        } catch (error) {
          settled.failed += 1;
          log.error({ orgId: org.id, err: error }, "what was due was not erased");
        }
      }
      after = due.next;
    } while (after !== null);
  }
  return settled;
}

function dueAfter(deps: Deps, org: Org, after: string | null): Promise<Due> {
  const options = { permission: "retention.settle", subjectId: null } as const;
  return runQuery(deps, systemCall(org), options, (ctx) => findDue(ctx, { after }));
}

async function carryOut(
  deps: Deps,
  transport: Gone,
  org: Org,
  input: { erasureId: string } | { candidateId: string },
): Promise<void> {
  await runAsSystem(deps, org, "retention.eraseCandidate", input, async (ctx) => {
    const { mailIds } = await ("erasureId" in input
      ? eraseCandidate(ctx, input)
      : eraseDue(ctx, input));
    await transport.gone(mailIds);
  });
}

const DONE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["CANDIDATE_ERASED", "NOTHING_DUE"]);

/** Whether the work was done now; false if another worker had done it. */
async function unlessDone(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Refused && DONE.has(error.denial.code)) return false;
    throw error;
  }
}
