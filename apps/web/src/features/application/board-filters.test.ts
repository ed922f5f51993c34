import type { CardView } from "@rubric/domain/application/schemas";
import { describe, expect, it } from "vitest";
import { type BoardFilters, filterCards } from "./board-filters.ts";

const base: CardView = {
  applicationId: "a",
  candidateId: "c",
  name: "Ada Lind",
  headline: "Payments",
  column: "review",
  stageId: "s",
  planId: "p",
  interviewed: false,
  state: "active",
  source: "applied",
  createdAt: "2030-01-01T00:00:00.000Z",
  enteredStageAt: "2030-01-01T00:00:00.000Z",
  daysInStage: 1,
  nextWordAt: null,
  late: false,
  marks: [],
  sealed: null,
  next: { kind: "decide", text: "Decide", at: null },
  moves: [],
  reject: null,
};
const cards: CardView[] = [
  base,
  { ...base, name: "Bo Chen", source: "referred", late: true },
  { ...base, name: "Cy Díaz", headline: "Search", state: "on_hold" },
];
const all: BoardFilters = { name: "", source: null, late: false, held: false };

describe("filterCards", () => {
  it.each([
    { filters: {}, left: ["Ada Lind", "Bo Chen", "Cy Díaz"] },
    { filters: { name: " search" }, left: ["Cy Díaz"] },
    { filters: { name: "LIND" }, left: ["Ada Lind"] },
    { filters: { name: "diaz  cy" }, left: ["Cy Díaz"] },
    { filters: { name: "dìaz bo" }, left: [] },
    { filters: { source: "referred" }, left: ["Bo Chen"] },
    { filters: { late: true }, left: ["Bo Chen"] },
    { filters: { held: true }, left: ["Cy Díaz"] },
    { filters: { held: true, late: true }, left: [] },
  ] as const)("$filters leaves $left", ({ filters, left }) => {
    expect(filterCards(cards, { ...all, ...filters }).map((card) => card.name)).toEqual(left);
  });
});
