import { APPLICANTS_TEXT } from "./applicants.ts";

export type Applicant = {
  name: string;
  email: string;
  headline: string;
  location: string;
  phone?: string;
  company?: string;
  /** Their answer to what they built and what became of it. */
  built?: string;
};

/** The people who apply, by name. */
export const APPLICANTS: ReadonlyMap<string, Applicant> = new Map(
  APPLICANTS_TEXT.trim()
    .split("\n")
    .map((line, index) => {
      const [name = "", headline = "", location = "", area = "", company = "", built = ""] =
        line.split(" | ");
      const phone = `${area} 555 ${String(1000 + index * 137).slice(-4)}`;
      const email = `${plain(name)}@mail.example`;
      return [name, { name, email, headline, location, phone, company, built }];
    }),
);

/** A name as the left part of an address. */
export function plain(name: string): string {
  return name
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ".");
}
