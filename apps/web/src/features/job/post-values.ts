import {
  type JobView,
  NO_STATEMENTS,
  type PostContent,
  type PostStatements,
  StatementsView,
  WORKPLACES,
} from "@rubric/domain/job/schemas";
import { z } from "zod";
import { isAmount, toMajor, toMinor } from "../../ui/minor-units.ts";

/** The range of one place as it is typed. */
export type TypedPay = {
  region: string;
  min: number | string;
  max: number | string;
  currency: string;
};

const { regionalPay: _none, ...NOTHING_SAID } = NO_STATEMENTS;
const Amount = z.union([z.number(), z.string()]);

/** A post as it is typed: amounts in whole units of the currency, empty where nothing stands. */
export type PostValues = Omit<PostContent, "pay" | "closingDate" | "statements"> & {
  statements: Omit<PostStatements, "regionalPay">;
  regionalPay: TypedPay[];
  payMin: number | string;
  payMax: number | string;
  currency: string;
  closingDate: string | null;
};

/** The same as it is kept in this browser, with the version it was typed upon. */
export const KeptPost = z.object({
  upon: z.string(),
  values: z.object({
    title: z.string(),
    body: z.string(),
    payMin: z.union([z.number(), z.string()]),
    payMax: z.union([z.number(), z.string()]),
    currency: z.string(),
    locations: z.array(z.string()),
    workplace: z.enum(WORKPLACES),
    closingDate: z.string().nullable(),
    privacyNotice: z.string(),
    questions: z.array(
      z.object({
        key: z.string(),
        text: z.string(),
        required: z.boolean(),
        eligibility: z.boolean().default(false),
      }),
    ),
    statements: StatementsView.omit({ regionalPay: true }).default(NOTHING_SAID),
    regionalPay: z
      .array(z.object({ region: z.string(), min: Amount, max: Amount, currency: z.string() }))
      .default([]),
  }),
});

/** What the form starts with: the newest version, or the job's own facts and the notice of all. */
export function startValues(job: JobView): PostValues {
  const newest = job.posts[0]?.content;
  if (newest !== undefined) {
    const { pay, statements, ...rest } = newest;
    const { regionalPay, ...said } = statements;
    return {
      ...rest,
      statements: said,
      regionalPay: regionalPay.map(({ region, minMinor, maxMinor, currency }) => ({
        region,
        min: toMajor(minMinor, currency),
        max: toMajor(maxMinor, currency),
        currency,
      })),
      payMin: pay === null ? "" : toMajor(pay.minMinor, pay.currency),
      payMax: pay === null ? "" : toMajor(pay.maxMinor, pay.currency),
      currency: pay?.currency ?? "EUR",
    };
  }
  const asked = job.intake.experience.map((one) => `– ${one.text}`);
  return {
    title: job.title,
    body: asked.length === 0 ? "" : `What you bring\n\n${asked.join("\n")}\n`,
    payMin: "",
    payMax: "",
    currency: "EUR",
    locations: job.locations,
    workplace: "hybrid",
    closingDate: null,
    privacyNotice: job.postDefaults.privacyNotice,
    questions: [],
    statements: NOTHING_SAID,
    regionalPay: [],
  };
}

/** What keeps a post from being saved as it is typed: half a range is none, and would be lost. */
export function whatIsMissing({ payMin, payMax, regionalPay }: PostValues): string | null {
  if (isAmount(payMin) !== isAmount(payMax)) return "Say both ends of the pay, or neither.";
  const at = regionalPay.findIndex(
    ({ region, min, max }) => region === "" || !isAmount(min) || !isAmount(max),
  );
  return at === -1 ? null : `Say the place and both ends of range ${at + 1}, or remove it.`;
}

/** Whether a question has words yet; one without is not sent. */
export function asksSomething({ text }: { text: string }): boolean {
  return text.trim() !== "";
}

/** What is sent: ranges in minor units. */
export function contentOf(values: PostValues): PostContent {
  const { payMin, payMax, currency, questions, statements, regionalPay, ...rest } = values;
  return {
    ...rest,
    pay: rangeOf(payMin, payMax, currency),
    questions: questions.filter(asksSomething),
    statements: {
      ...statements,
      aiStatement: statements.usesAi === false ? "" : statements.aiStatement,
      regionalPay: regionalPay.flatMap(({ region, min, max, currency: of }) => {
        const range = rangeOf(min, max, of);
        return region === "" || range === null ? [] : [{ region, ...range }];
      }),
    },
  };
}

function rangeOf(min: number | string, max: number | string, currency: string) {
  const amount = (typed: number | string) =>
    isAmount(typed) ? toMinor(Number(typed), currency) : null;
  const [minMinor, maxMinor] = [amount(min), amount(max)];
  return minMinor === null || maxMinor === null ? null : { minMinor, maxMinor, currency };
}
