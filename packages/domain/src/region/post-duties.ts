import { placeNames } from "./names.ts";
import { periodWords } from "./period.ts";
import type { AppliedRule } from "./rules.ts";
import type { PostDemand, PostDutyView, RegionDuty } from "./schemas.ts";
import { type Pay, rangeFor, rangesOfPost } from "./pay-ranges.ts";
import {
  asksForDisability,
  asksForPayHistory,
  isGendered,
  speaksOfCanadianExperience,
} from "./words.ts";

/** What a post says, as far as a region may ask for it. */
export type PostSaid = {
  title: string;
  body: string;
  pay: Pay | null;
  privacyNotice: string;
  closingDate: string | null;
  questions: readonly { text: string }[];
  statements: {
    benefits: string;
    otherPay: string;
    howToApply: string;
    usesAi: boolean | null;
    aiStatement: string;
    vacancy: "existing" | "future" | null;
    regionalPay: readonly (Pay & { region: string })[];
  };
};

/** One thing that is owed: `todo` null is met; `later` is for after the post is out. */
type Item = { key: string; what: string; todo: string | null; later?: true };

/** What a post owes by the rules that apply, each thing once with all that ask for it, by key. */
export function postDuties(applied: readonly AppliedRule[], post: PostSaid): PostDutyView[] {
  const duties = new Map<string, PostDutyView>();
  for (const { rule, regions, sizeUnknown } of applied) {
    for (const { key, what, todo, later } of itemsOf(rule.duty, post, regions)) {
      const known = duties.get(key);
      const { id, region, sentence, source, confidence } = rule;
      const reason = {
        rule: id,
        region,
        places: [...regions],
        sentence,
        source,
        confidence,
        sizeUnknown,
      };
      duties.set(key, {
        key,
        what,
        state: worse(
          known?.state ?? "met",
          todo === null ? "met" : later === true ? "later" : "not_met",
        ),
        blocking: (known?.blocking ?? false) || (rule.blocking && later !== true),
        todo: known?.todo ?? todo,
        reasons: [...(known?.reasons ?? []), reason],
      });
    }
  }
  return [...duties.values()].toSorted((a, b) => rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1));
}

function worse(a: PostDutyView["state"], b: PostDutyView["state"]): PostDutyView["state"] {
  const order = ["not_met", "later", "met"] as const;
  return order.find((one) => one === a || one === b) ?? a;
}

/** First what keeps it from being published, then what else it lacks, what comes later, what is met. */
function rankOf({ state, blocking }: PostDutyView): number {
  if (state === "not_met") return blocking ? 0 : 1;
  return state === "later" ? 2 : 3;
}

function itemsOf(duty: RegionDuty, post: PostSaid, places: readonly string[]): Item[] {
  const { statements } = post;
  switch (duty.topic) {
    case "pay_range": {
      const later = duty.by === "first_interview";
      const items = duty.demands.map((demand) => demanded(demand, post, places, later));
      return duty.maxSpread === null ? items : [...items, spread(duty.maxSpread, post, places)];
    }
    case "salary_history":
      return duty.bans.includes("may_not_ask")
        ? [asked("pay_history", "No question about earlier pay", post, asksForPayHistory)]
        : [];
    case "disability_questions":
      return [
        asked("disability", "No question about disability or health", post, asksForDisability),
      ];
    case "no_canadian_experience": {
      const texts = [post.title, post.body, ...post.questions.map((one) => one.text)];
      const wrong = texts.some(speaksOfCanadianExperience);
      const todo = wrong ? "Take the words on Canadian experience out." : null;
      return [{ key: "canadian_experience", what: "No Canadian experience asked for", todo }];
    }
    case "gender_neutral_titles":
      return [
        {
          key: "gender_neutral",
          what: "A gender-neutral title",
          todo: isGendered(post.title) ? `Name no gender in "${post.title}".` : null,
        },
      ];
    case "vacancy_statement":
      return [
        {
          key: "vacancy",
          what: "Whether there is a vacancy",
          todo: statements.vacancy === null ? "Say whether there is a vacancy now." : null,
        },
      ];
    case "ai_statement":
      return aiItems(duty, post);
    case "notice":
      return duty.at === "application"
        ? [
            {
              key: "privacy_notice",
              what: "The privacy notice",
              todo: filled(post.privacyNotice, "Write the privacy notice."),
            },
          ]
        : [];
    case "answer_within":
      return afterwards(duty);
    case "works_council":
      return [
        {
          key: "works_council",
          what: "The works council's consent",
          todo: "Ask for it before the hire; the offer states it as a condition.",
          later: true,
        },
      ];
    case "offer_binds":
      return [
        {
          key: "offer_binds",
          what: "A sent offer binds",
          todo: "State until when each offer holds.",
          later: true,
        },
      ];
    case "background_check":
      return [
        {
          key: "background_check",
          what: "Background checks only after the offer",
          todo: "Check after the offer, and give notice before a step against the person.",
          later: true,
        },
      ];
    default:
      return [];
  }
}

const DEMANDED: Record<PostDemand, [string, string]> = {
  range: ["The pay range", "Give the pay range."],
  closed_range: ["A range with both ends", "Give the lowest and the highest pay."],
  benefits: ["The benefits", "Say what the benefits are."],
  other_pay: ["Bonuses and other pay", "Say what is paid beside the range, or that nothing is."],
  application_deadline: ["The last day to apply", "Set the last day to apply."],
  how_to_apply: ["How to apply", "Say how one applies."],
  description: ["A description of the job", "Describe the job."],
  health_benefits: [
    "The health benefits before the first interview",
    "Tell of the health benefits with the invitation.",
  ],
};

function demanded(
  demand: PostDemand,
  post: PostSaid,
  places: readonly string[],
  later: boolean,
): Item {
  const [what, missing] = DEMANDED[demand];
  const { benefits, otherPay, howToApply } = post.statements;
  const said: Record<PostDemand, boolean> = {
    range: places.every((place) => rangeIn(post, place) !== null),
    closed_range: places.every((place) => rangeIn(post, place) !== null),
    benefits: benefits.trim() !== "",
    other_pay: otherPay.trim() !== "",
    application_deadline: post.closingDate !== null,
    how_to_apply: howToApply.trim() !== "",
    description: post.body.trim() !== "",
    health_benefits: false,
  };
  const todo = said[demand] ? null : missing;
  return { key: demand, what, todo, ...(later && todo !== null ? { later: true as const } : {}) };
}

function spread(
  limit: { mostMinor: number; currency: string; freeAboveMinor: number },
  post: PostSaid,
  places: readonly string[],
): Item {
  const most = money(limit.mostMinor, limit.currency);
  const wrong = places.filter((place) => {
    const range = rangeIn(post, place);
    if (range === null) return false;
    if (range.currency !== limit.currency) return true;
    return (
      range.maxMinor <= limit.freeAboveMinor && range.maxMinor - range.minMinor > limit.mostMinor
    );
  });
  const todo = `Give ${placeNames(wrong)} a range in ${limit.currency} that is at most ${most} wide.`;
  return {
    key: `spread ${limit.currency} ${limit.mostMinor}`,
    what: `A range at most ${most} wide`,
    todo: wrong.length === 0 ? null : todo,
  };
}

/** The range of a place: that of the narrowest region it lies in, else that of the post. */
function rangeIn(post: PostSaid, place: string): Pay | null {
  return rangeFor(rangesOfPost(post), [place]);
}

function asked(
  key: string,
  what: string,
  post: PostSaid,
  isAsked: (text: string) => boolean,
): Item {
  const found = post.questions.find((one) => isAsked(one.text));
  return { key, what, todo: found === undefined ? null : `Take out “${found.text}”.` };
}

const AI_WORDS = {
  notice: "Notice that a machine takes part",
  explanation: "An explanation of what a machine helped to decide",
  human_review: "Review by a person",
  independent_audit: "An independent audit of the machine's score",
  high_risk_duties: "What the AI Act asks of high risk",
} as const;

function aiItems(duty: Extract<RegionDuty, { topic: "ai_statement" }>, post: PostSaid): Item[] {
  const { usesAi, aiStatement } = post.statements;
  return duty.needs.flatMap((need): Item[] => {
    if (need === "statement_in_post") {
      const unsaid = usesAi === null ? "Say whether AI screens or selects applicants." : null;
      const empty = usesAi === true ? filled(aiStatement, "Say what AI is used for.") : null;
      return [
        { key: "ai_statement", what: "Whether AI screens applicants", todo: unsaid ?? empty },
      ];
    }
    if (usesAi !== true) return [];
    const what = AI_WORDS[need];
    return [
      { key: `ai_${need}`, what, todo: `${what} is owed for the tool that you use.`, later: true },
    ];
  });
}

function afterwards({ from, within }: Extract<RegionDuty, { topic: "answer_within" }>): Item[] {
  const time = periodWords(within);
  const words: Partial<Record<typeof from, [string, string]>> = {
    last_interview: [
      "An answer to each interviewed applicant",
      `Within ${time} of their last interview.`,
    ],
    selection: ["Word to the team of who was selected", `Within ${time} of the selection.`],
    external_posting: ["Word to staff of the promotion", `Within ${time} of this post.`],
    collection: ["Word to who was added by others", `Within ${time} of adding them.`],
    works_council_asked: ["Time for the works council", `${time} from asking it on.`],
  };
  const found = words[from];
  if (found === undefined) return [];
  const [what, todo] = found;
  return [{ key: `answer ${from} ${time}`, what, todo, later: true }];
}

function filled(text: string, missing: string): string | null {
  return text.trim() === "" ? missing : null;
}

function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
  });
  return format.format(minor / 100).replace("CA$", "C$");
}
