import { z } from "zod";
import { filledList, lineField, textField } from "../yaml/text-fields.ts";

/** How well a competency is mastered where an anchor is met, from least to most. */
export const PROFICIENCIES = [
  "Awareness",
  "Foundational",
  "Working knowledge",
  "Practitioner",
  "Expert",
] as const;
type Proficiency = (typeof PROFICIENCIES)[number];

/** What a level's work turns on: building, technical direction, or people. */
export const TRACKS = ["engineer", "technical", "management"] as const;
export type Track = (typeof TRACKS)[number];

/** Ids of anchors are UUIDs of version 1 to 5, as the job-family schema demands; version 7 is not. */
const ANCHOR_ID =
  /^[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[1-5][a-fA-F0-9]{3}-[89abAB][a-fA-F0-9]{3}-[a-fA-F0-9]{12}$/;

const LevelEntry = z.strictObject({
  id: lineField(2),
  name: lineField(2),
  track: z.enum(TRACKS).exactOptional(),
  follows: filledList(lineField(2)).exactOptional(),
  lateral: filledList(lineField(2)).exactOptional(),
});

const ThemeEntry = z.strictObject({
  id: lineField(2),
  name: lineField(2),
  summary: textField(2).exactOptional(),
});

const SupportingUrl = z.strictObject({
  label: textField(2),
  url: textField(5).regex(/^https?:\/\//, "must begin with http:// or https://."),
});

const CompetencyEntry = z.strictObject({
  id: z.string().regex(ANCHOR_ID, "must be a UUID of version 1 to 5."),
  competency: lineField(1).exactOptional(),
  level: lineField(2),
  theme: lineField(2),
  summary: textField(2),
  examples: z.array(textField(5)).exactOptional(),
  supportingUrls: z.array(SupportingUrl).exactOptional(),
  proficiency: z.enum(PROFICIENCIES),
});

/**
 * A framework file. Its shape is the Financial Times' job-family schema
 * (github.com/Financial-Times/engineering-progression, test/schema/job-family.json) plus the
 * optional keys `competency`, which joins the entries of several levels into one row of the matrix,
 * and a level's `track`, `follows` and `lateral`, which make the list of levels a ladder.
 */
export const FrameworkDocument = z.strictObject({
  name: lineField(2),
  summary: textField(0),
  googleSheetId: lineField(0),
  isLegacy: z.boolean().exactOptional(),
  levels: filledList(LevelEntry),
  themes: filledList(ThemeEntry),
  competencies: filledList(CompetencyEntry),
});
export type FrameworkDocument = z.infer<typeof FrameworkDocument>;

/** A level as the file has it; `ladderOf` says what it follows where the file does not. */
type Level = {
  key: string;
  name: string;
  track?: Track;
  follows?: string[];
  lateral?: string[];
};
export type Theme = { key: string; name: string; summary?: string };
type SupportingLink = { label: string; url: string };

/** What a competency looks like at one level. `position` is the entry's index in the file, from 0. */
export type Anchor = {
  id: string;
  levelKey: string;
  summary: string;
  proficiency: Proficiency;
  examples?: string[];
  supportingUrls?: SupportingLink[];
  position: number;
};

/**
 * One row of the matrix, its anchors in the order of the levels. `named` says that the name came
 * from the key `competency`; else the row is the n-th of its theme and named after it.
 */
export type Competency = {
  key: string;
  name: string;
  named: boolean;
  themeKey: string;
  anchors: Anchor[];
};

/** A framework as read: levels and themes in their order, rows by theme and first appearance. */
export type Framework = {
  name: string;
  summary: string;
  googleSheetId: string;
  isLegacy?: boolean;
  levels: Level[];
  themes: Theme[];
  competencies: Competency[];
};
