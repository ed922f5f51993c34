import { type Task, TASKS } from "../tasks.ts";
import type { PlanContent, ProposalView } from "./schemas.ts";

/** What a proposal is made from, besides the tasks: the version it stands on and the bank. */
export type ProposeFrom = {
  version: { competencies: readonly { key: string; name: string; theme: string }[] };
  expectedLevelKey: string;
  questions: readonly { id: string; kind: string; competencyKey: string }[];
};

type Weighed = {
  key: string;
  name: string;
  theme: string;
  score: number;
  weight: number;
  tasks: string[];
};

const MOST_CRITERIA = 8;
const MOST_INTERVIEWS = 4;
const SCREENED = 2;
const ASKED = 2;

/**
 * Proposes rubric, plan and experience from the tasks of a role: each task weighs on competencies,
 * the heaviest become criteria, and each theme among them becomes an interview with questions of
 * the bank. Null where the tasks lead to no competency of the version.
 */
export function proposeFrom(taskKeys: readonly string[], from: ProposeFrom): ProposalView | null {
  const tasks = TASKS.filter((task) => taskKeys.includes(task.key));
  const criteria = weigh(tasks, from.version.competencies);
  if (criteria.length === 0) return null;
  return {
    plan: {
      criteria: criteria.map(({ key, weight }) => ({
        competencyKey: key,
        expectedLevelKey: from.expectedLevelKey,
        weight,
        required: weight >= 3,
      })),
      stages: stagesFor(criteria, from.questions),
    },
    because: criteria.map(({ key, tasks: because }) => ({ competencyKey: key, tasks: because })),
    experience: tasks.flatMap((task) => task.experience.map((text) => ({ area: task.area, text }))),
  };
}

/** The heaviest competencies of the tasks, in the framework's order; the heaviest weighs 5. */
function weigh(
  tasks: readonly Task[],
  competencies: ProposeFrom["version"]["competencies"],
): Weighed[] {
  const weighed = competencies
    .map((one) => {
      const named = tasks.filter((task) => Object.hasOwn(task.competencies, one.key));
      const score = named.reduce((sum, task) => sum + (task.competencies[one.key] ?? 0), 0);
      return { ...one, score, weight: 0, tasks: named.map((task) => task.key) };
    })
    .filter((one) => one.score > 0);
  const top = Math.max(...weighed.map((one) => one.score));
  const kept = new Set(weighed.toSorted((a, b) => b.score - a.score).slice(0, MOST_CRITERIA));
  return weighed
    .filter((one) => kept.has(one))
    .map((one) => ({ ...one, weight: Math.max(1, Math.round((one.score / top) * 5)) }));
}

function stagesFor(
  criteria: readonly Weighed[],
  questions: ProposeFrom["questions"],
): PlanContent["stages"] {
  const heaviest = criteria.toSorted((a, b) => b.weight - a.weight).slice(0, SCREENED);
  const screened = pickQuestions(heaviest, questions, new Set(), 1);
  const taken = new Set(screened);
  const stage = { assesses: "", tip: "", debrief: false, answerDays: 5, interviews: [] };
  return [
    {
      ...stage,
      key: "review",
      name: "Application review",
      kind: "review",
      assesses: "Whether what you have done so far fits what the job asks for.",
      tip: "Name the systems you worked on, your own part in them, and what it changed, with figures.",
    },
    {
      ...stage,
      key: "screen",
      name: "First conversation",
      kind: "interview",
      assesses: `How you work, and first questions on ${words(heaviest.map((one) => one.name))}.`,
      tip: "Have one or two pieces of your own work ready: the situation, your task, what you did, and the result.",
      interviews: [
        {
          name: "First conversation",
          kind: "interview",
          minutes: 30,
          instructions: "",
          competencyKeys: heaviest.map((one) => one.key),
          questionIds: screened,
        },
      ],
    },
    {
      ...stage,
      key: "interviews",
      name: "Interviews",
      kind: "interview",
      assesses: `One conversation each on ${words(groups(criteria).map((group) => nameOf(group)))}.`,
      tip: "Think aloud and ask before you answer. Say which tools you used, and why those.",
      debrief: true,
      interviews: groups(criteria).map((group) => ({
        name: nameOf(group),
        kind: "interview",
        minutes: 60,
        instructions: "",
        competencyKeys: group.map((one) => one.key),
        questionIds: pickQuestions(group, questions, taken, ASKED),
      })),
    },
    { ...stage, key: "offer", name: "Offer", kind: "offer" },
  ];
}

/** One group a theme, the heaviest first; what is over goes into the last. */
function groups(criteria: readonly Weighed[]): Weighed[][] {
  const themes = [...new Set(criteria.map((one) => one.theme))];
  const sum = (group: readonly Weighed[]) => group.reduce((all, one) => all + one.score, 0);
  const sorted = themes
    .map((theme) => criteria.filter((one) => one.theme === theme))
    .toSorted((a, b) => sum(b) - sum(a));
  if (sorted.length <= MOST_INTERVIEWS) return sorted;
  return [...sorted.slice(0, MOST_INTERVIEWS - 1), sorted.slice(MOST_INTERVIEWS - 1).flat()];
}

/** The theme, or what a group of several themes holds. */
function nameOf(group: readonly Weighed[]): string {
  const themes = [...new Set(group.map((one) => one.theme))];
  return words(themes.length === 1 ? themes : group.map((one) => one.name)).slice(0, 120);
}

/** Up to `each` questions a criterion, of different kinds where there are such; none twice. */
function pickQuestions(
  criteria: readonly Weighed[],
  questions: ProposeFrom["questions"],
  taken: ReadonlySet<string>,
  each: number,
): string[] {
  return criteria.flatMap(({ key }) => {
    const own = questions.filter((one) => one.competencyKey === key && !taken.has(one.id));
    const kinds = new Set<string>();
    const varied = own.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind));
    return [...varied, ...own.filter((one) => !varied.includes(one))]
      .slice(0, each)
      .map((one) => one.id);
  });
}

function words(names: readonly string[]): string {
  return names.length <= 1
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
