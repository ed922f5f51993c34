import { approveBand, draftBand } from "@rubric/domain/band";
import type { Member } from "@rubric/domain/context";
import { after, type World } from "./journey.ts";
import { frameworkIdOf } from "./organization.ts";

type Seed = {
  region: string;
  level: "engineer" | "senior" | "staff";
  currency: "EUR" | "USD";
  /** A year, in thousands. */
  range: readonly [number, number];
  example: string;
  reason: string;
};

const MARKET = "A first band from published figures, until there are figures of our own.";
const OWN = "What we pay: the published figures lie below the market for payments.";
const germany = (level: Seed["level"], range: Seed["range"]): Seed => ({
  region: "DE",
  level,
  currency: "EUR",
  range,
  reason: OWN,
  example: "",
});

/** Examples of the literature first; some of them followed by the company's own figures. */
const SEEDS: readonly Seed[] = [
  {
    region: "DE",
    level: "engineer",
    currency: "EUR",
    range: [49, 69],
    reason: MARKET,
    example: "Germany, all levels",
  },
  germany("engineer", [56, 70]),
  germany("senior", [74, 96]),
  germany("staff", [98, 128]),
  {
    region: "US",
    level: "engineer",
    currency: "USD",
    range: [70, 100],
    reason: MARKET,
    example: "Startup, base pay, equity on top",
  },
  {
    region: "US",
    level: "engineer",
    currency: "USD",
    range: [90, 130],
    example: "Mid-sized company, base pay, bonus on top",
    reason: "We are no startup any more.",
  },
  {
    region: "US",
    level: "senior",
    currency: "USD",
    range: [110, 160],
    reason: MARKET,
    example: "Large corporation, base pay, bonus on top",
  },
  {
    region: "US",
    level: "staff",
    currency: "USD",
    range: [150, 220],
    reason: MARKET,
    example: "Tech giant, base pay, substantial equity on top",
  },
  {
    region: "DE-BE",
    level: "senior",
    currency: "EUR",
    range: [78, 98],
    reason: OWN,
    example: "",
  },
  {
    region: "DE-BE",
    level: "staff",
    currency: "EUR",
    range: [102, 130],
    reason: OWN,
    example: "",
  },
  {
    region: "EU",
    level: "staff",
    currency: "EUR",
    range: [98, 128],
    reason: OWN,
    example: "",
  },
];

/** The pay bands of the demo: one admin drafts each, the other approves it. */
export async function seedBands(
  world: World,
  { author, approver }: { author: Member; approver: Member },
  at: Date,
): Promise<void> {
  const { acting, db, org } = world;
  const frameworkId = await frameworkIdOf(db, org.id);
  for (const [turn, seed] of SEEDS.entries()) {
    const now = after(at, turn * 4);
    const [min, max] = seed.range;
    const view = await acting.act(author, now, "band.draft", draftBand, {
      frameworkId,
      band: {
        levelKey: seed.level,
        region: seed.region,
        currency: seed.currency,
        minMinor: min * 100_000,
        midMinor: ((min + max) / 2) * 100_000,
        maxMinor: max * 100_000,
        effectiveFrom: now.toISOString().slice(0, 10),
        ends: false,
        example: seed.example,
      },
      reason: seed.reason,
    });
    const draft = view.bands.find((one) => one.state === "draft");
    await acting.act(approver, after(now, 2), "band.approve", approveBand, {
      bandId: draft?.id ?? "",
    });
  }
}
