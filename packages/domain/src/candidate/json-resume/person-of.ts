import { z } from "zod";
import type { SentPerson } from "../person.ts";

const Basics = z.object({
  label: z.string().catch(""),
  url: z.string().catch(""),
  location: z
    .object({ city: z.string().catch(""), countryCode: z.string().catch("") })
    .catch({ city: "", countryCode: "" }),
  profiles: z.array(z.object({ url: z.string().catch("") })).catch([]),
});
const Resume = z.object({ basics: Basics });

type Typed = { name: string; email: string; phone: string; links: string[]; headline?: string };

/** The person as they typed it, and what only their JSON Resume says. */
export function personOf(typed: Typed, resume: Record<string, unknown> | null): SentPerson {
  const { name, email, phone, links, headline = "" } = typed;
  const read = Resume.safeParse(resume);
  const typedAlone = { name, email, phone, links, headline, location: "", resume };
  if (!read.success) return typedAlone;
  const { label, location, url, profiles } = read.data.basics;
  const known = new Set(links);
  const more = [url, ...profiles.map((one) => one.url)].filter(
    (one) => isWebAddress(one) && !known.has(one),
  );
  return {
    ...typedAlone,
    headline: oneLine(headline === "" ? label : headline),
    location: oneLine([location.city, location.countryCode].filter(Boolean).join(", ")),
    links: [...links, ...new Set(more)].slice(0, 10),
  };
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, 160)
    .toWellFormed();
}

/** Links are shown to members as links: nothing but http and https may become one. */
function isWebAddress(text: string): boolean {
  return text.length <= 500 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
