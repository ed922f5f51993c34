import type { JobSpec } from "./jobs.ts";
import type { PlanOptions } from "./plans.ts";

const DAY = 86_400_000;

/** A calendar day so many days after an instant. */
export function dayAfter(from: Date, days: number): string {
  return new Date(from.getTime() + days * DAY).toISOString().slice(0, 10);
}

const PLAN: PlanOptions = { answerDays: { call: 10, loop: 14, offer: 10 }, overlap: true };

/** The four jobs of the demo, in the order: two open ones, one on hold, one still a draft. */
export function demoJobs(now: Date): {
  senior: JobSpec;
  payouts: JobSpec;
  staff: JobSpec;
  risk: JobSpec;
} {
  return {
    senior: {
      title: "Senior Backend Engineer, Ledger",
      team: "Ledger",
      level: "senior",
      locations: ["DE-BE", "PT"],
      openings: 5,
      plan: PLAN,
      tasks: [
        "rules-across-tables",
        "demand-over-supply",
        "personal-data",
        "architecture",
        "queues-and-events",
        "incidents",
        "mentoring",
      ],
      post: {
        body: "The ledger is where every euro that our customers move is written down, twice. You will own the part that decides whether a posting may happen: the rules, the races between two of them, and the trail that an auditor follows years later.\n\nIn the first half year you take over the reversal flow, bring its three variants to one, and make it hold while we split the busiest table.\n\nWe are eleven people in two time zones. We write decisions down, review each other's work within a day, and are on call one week in six, paid.",
        pay: { minMinor: 7_800_000, maxMinor: 9_600_000, currency: "EUR" },
        workplace: "hybrid",
        closingDate: dayAfter(now, 21),
      },
    },
    payouts: {
      title: "Backend Engineer, Payouts",
      team: "Payouts",
      level: "engineer",
      locations: ["DE-BE"],
      openings: 2,
      plan: PLAN,
      tasks: ["rules-that-vary", "third-parties", "queues-and-events", "hostile-input", "watching"],
      post: {
        body: "Payouts are the moment a shop waits for all day. You will work on how money leaves us: which bank, which cut-off, what happens when a bank answers twice or not at all.\n\nYou bring two years or more with a service in production and the habit of asking what happens when it fails. The rest you learn with us: a colleague is with you for the first three months.",
        pay: { minMinor: 5_800_000, maxMinor: 7_000_000, currency: "EUR" },
        workplace: "hybrid",
        closingDate: dayAfter(now, 34),
      },
    },
    staff: {
      title: "Staff Engineer, Platform",
      team: "Platform",
      level: "staff",
      locations: ["DE", "PT", "PL"],
      openings: 1,
      plan: PLAN,
      tasks: ["architecture", "watching", "delivery", "mentoring"],
      post: {
        body: "You look after what all teams stand on: how services are shipped, watched and kept apart. You write less code than you read, and more prose than both.",
        pay: { minMinor: 10_200_000, maxMinor: 12_800_000, currency: "EUR" },
        workplace: "remote",
        closingDate: dayAfter(now, 45),
      },
    },
    risk: {
      title: "Backend Engineer, Risk",
      team: "Risk",
      level: "engineer",
      locations: ["PT"],
      openings: 1,
      plan: PLAN,
      tasks: ["abuse-and-limits", "heavy-processing", "hostile-input"],
      post: { body: "", pay: null, workplace: "hybrid", closingDate: null },
    },
  };
}
