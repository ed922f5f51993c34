import { type JobView, type PostContent, WORKPLACES } from "@rubric/domain/job/schemas";
import { z } from "zod";

/** A post as it is typed: amounts in whole units of the currency, empty where nothing stands. */
export type PostValues = Omit<PostContent, "pay" | "closingDate"> & {
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
  }),
});

/** What the form starts with: the newest version, or the job's own facts and the notice of all. */
export function startValues(job: JobView): PostValues {
  const newest = job.posts[0]?.content;
  if (newest !== undefined) {
    const { pay, ...rest } = newest;
    const unit = unitOf(pay?.currency ?? "EUR");
    return {
      ...rest,
      payMin: pay === null ? "" : pay.minMinor / unit,
      payMax: pay === null ? "" : pay.maxMinor / unit,
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
  };
}

/** What is sent: the range in minor units, none where an end is missing. */
export function contentOf(values: PostValues): PostContent {
  const { payMin, payMax, currency, questions, ...rest } = values;
  const unit = unitOf(currency);
  const amount = (typed: number | string) =>
    typed === "" || Number.isNaN(Number(typed)) ? null : Math.round(Number(typed) * unit);
  const minMinor = amount(payMin);
  const maxMinor = amount(payMax);
  return {
    ...rest,
    pay: minMinor === null || maxMinor === null ? null : { minMinor, maxMinor, currency },
    questions: questions.filter((question) => question.text.trim() !== ""),
  };
}

/** How many minor units one unit of the currency has. */
function unitOf(currency: string): number {
  const { maximumFractionDigits: digits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return 10 ** (digits ?? 2);
}
