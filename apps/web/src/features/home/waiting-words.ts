import type { WaitingItem } from "@rubric/domain/home/schemas";

/** What one line of Home says: what to do, about whom, and where that is done. */
export interface WaitingWords {
  todo: string;
  about: string;
  path: string;
}

const application = (item: { applicationId: string }) => `/applications/${item.applicationId}`;

/** The words of a thing that waits; `path` is below the organization's address. */
export function waitingWords(item: WaitingItem): WaitingWords {
  switch (item.kind) {
    case "scorecard":
      return {
        todo: item.begun ? "Finish your scorecard" : "Write your scorecard",
        about: `${item.candidate} · ${item.interview} · ${item.job}${item.shadow ? " · as shadow" : ""}`,
        path: `/interviews/${item.interviewId}`,
      };
    case "interview":
      return {
        todo: `Interview ${item.candidate}`,
        about: `${item.interview} · ${item.job}${item.place === "" ? "" : ` · ${placeWords(item.place)}`}`,
        path: `/interviews/${item.interviewId}`,
      };
    case "debrief":
      return {
        todo: item.open ? "Go on with the debrief" : "Hold the debrief",
        about: `${item.candidate} · ${item.stage} · ${item.job}`,
        path: `${application(item)}/debrief`,
      };
    case "decision":
      return {
        todo: "Decide",
        about: `${item.candidate} · ${item.stage} · ${item.job}`,
        path: `${application(item)}/debrief`,
      };
    case "review":
      return {
        todo: `Review ${item.count} ${item.count === 1 ? "application" : "applications"}`,
        about: `${item.stage} · ${item.job}`,
        path: `/jobs/${item.jobId}`,
      };
    case "unscheduled":
      return {
        todo: item.proposed ? "Times proposed, no answer yet" : "Schedule an interview",
        about: `${item.candidate} · ${item.interview} · ${item.job}`,
        path: application(item),
      };
    case "approval":
      return {
        todo: "Approve an offer",
        about: `${item.candidate} · ${item.job} · asked by ${item.author}`,
        path: `/offers/${item.offerId}`,
      };
    case "offer":
      return {
        todo: item.state === "approved" ? "Send the offer" : "Finish the offer",
        about: `${item.candidate} · ${item.job}`,
        path: `${application(item)}/offer`,
      };
    case "question":
      return {
        todo: "Answer a question",
        about: `${item.candidate} · ${item.stage} · ${item.job}`,
        path: application(item),
      };
    case "word":
      return {
        todo: "Answer the candidate",
        about: `${item.candidate} · ${item.stage} · ${item.job}`,
        path: application(item),
      };
    case "job_draft":
      return { todo: "Finish the job", about: item.job, path: `/jobs/${item.jobId}/plan` };
  }
}

/** A room as it is called, of a call only where it is held. */
function placeWords(place: string): string {
  return URL.canParse(place) ? new URL(place).host : place;
}

/** A line of Home, with the thing whose time it bears. */
export interface Line {
  item: WaitingItem;
  words: WaitingWords;
}

/** The lines of Home: the interviews that one has to find a time for are one line a candidate. */
export function linesOf(waiting: readonly WaitingItem[]): Line[] {
  const lines = new Map<string, { item: WaitingItem; interviews: string[] }>();
  for (const [index, item] of waiting.entries()) {
    const together = item.kind === "unscheduled" && !item.proposed;
    const key = together ? item.applicationId : String(index);
    const line = lines.get(key) ?? { item, interviews: [] };
    if (item.kind === "unscheduled") line.interviews.push(item.interview);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ item, interviews }) =>
    item.kind === "unscheduled" && interviews.length > 1
      ? {
          item,
          words: {
            ...waitingWords({ ...item, interview: interviews.join(", ") }),
            todo: `Schedule ${interviews.length} interviews`,
          },
        }
      : { item, words: waitingWords(item) },
  );
}

export type When = "late" | "today" | "later" | "open";

const DAY = 86_400_000;

/**
 * In which part of Home a thing stands: past its time, due within the day, later, or without a date.
 * What waits since a moment (a scorecard since its interview, an offer since it was written) is for
 * today, and late after a day.
 */
export function whenOf(item: WaitingItem, now: string, timeZone: string): When {
  if (item.dueAt === null) return "open";
  const day = (at: string) =>
    new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(Date.parse(at));
  if (item.kind === "interview") return day(item.dueAt) === day(now) ? "today" : "later";
  if (item.kind === "scorecard" || item.kind === "approval" || item.kind === "offer") {
    return Date.parse(now) - Date.parse(item.dueAt) > DAY ? "late" : "today";
  }
  if (item.dueAt < now) return "late";
  return day(item.dueAt) === day(now) ? "today" : "later";
}
