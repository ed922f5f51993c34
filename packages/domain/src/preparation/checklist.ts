import type { CheckStep } from "./schemas.ts";

type StepFacts = Omit<CheckStep, "items" | "tips">;

/** What one can do before a step, by what the step is made of; each has a key of its own in it. */
export function checksOf(step: StepFacts): CheckStep["items"] {
  const kinds = new Set(step.interviews.map(({ kind }) => kind));
  return [
    ...(step.kind === "review" ? REVIEW : []),
    ...(kinds.has("interview") ? interviewChecks(step) : []),
    ...(kinds.has("take_home") ? TAKE_HOME : []),
    ...(kinds.has("reference_check") ? REFERENCES : []),
    ...(step.kind === "offer" ? OFFER : []),
  ];
}

const REVIEW = [
  {
    key: "cv-figures",
    text: "Let your CV say what changed because of you, with figures: how much faster, fewer, cheaper.",
  },
  {
    key: "cv-named",
    text: "Name in it the technologies and the size of the systems that you worked on.",
  },
  { key: "post-questions", text: "Have an answer ready to each question of the post." },
];

const TAKE_HOME = [
  { key: "home-time", text: "Set the time aside in one piece, and stop when it is over." },
  { key: "home-tests", text: "Leave tests, and a page that says how to run what you wrote." },
  { key: "home-left-out", text: "Write down what you left out, why, and what you would do next." },
];

const REFERENCES = [
  { key: "reference-ask", text: "Ask two people who worked with you whether they may be called." },
  { key: "reference-tell", text: "Tell them which job it is, and what it asks for." },
];

const OFFER = [
  {
    key: "offer-needs",
    text: "Write down what you need: pay, time, place, the day on which you can begin.",
  },
  {
    key: "offer-market",
    text: "Look up what is paid for this level at this place, and what you bring to it.",
  },
];

/** "45 minutes", "1 hour", "3 h 30 min". */
function lengthWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return hours === 1 ? "1 hour" : `${hours} hours`;
  return `${hours} h ${rest} min`;
}

function interviewChecks({ competencies, interviews }: StepFacts): CheckStep["items"] {
  const minutes = interviews
    .filter(({ kind }) => kind === "interview")
    .reduce((sum, one) => sum + one.minutes, 0);
  return [
    ...competencies.map((name) => ({
      key: `story-${name}`,
      text: `Have one real case ready for ${name}: the situation, your task, what you did yourself, how it ended.`,
    })),
    { key: "aloud", text: "Tell each case aloud once, in two minutes, with its figures." },
    { key: "ask-back", text: "Write down two things that you want to know about the team." },
    {
      key: "room",
      text: `Keep ${lengthWords(minutes)} free, in a quiet place, and try the camera and the microphone if it is a call.`,
    },
    {
      key: "arrange",
      text: "Ask in good time if something should be arranged for you; why is nobody's business.",
    },
  ];
}
