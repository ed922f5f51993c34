import { expect, test } from "vitest";
import { byTrack, neighboursOf, placeWords } from "./ladder-view.ts";

const level = (
  key: string,
  track: "engineer" | "technical" | "management" | null,
  follows: string[] = [],
  lateral: string[] = [],
) => ({ id: key, key, name: key.toUpperCase(), track, follows, lateral });

const senior = level("senior", "engineer");
const staff = level("staff", "technical", ["senior"], ["manager"]);
const manager = level("manager", "management", ["senior"], ["staff"]);
const LADDER = [senior, staff, manager, level("fellow", "technical", ["staff"])];

test("puts the levels of a track side by side, tracks as they first appear", () => {
  expect(byTrack(LADDER)).toMatchObject([
    { name: "Engineering", levels: [{ key: "senior" }] },
    { name: "Technical direction", levels: [{ key: "staff" }, { key: "fellow" }] },
    { name: "Management", levels: [{ key: "manager" }] },
  ]);
});

test("names no track where a framework has none, and those apart where others have one", () => {
  const plain = [level("one", null), level("two", null, ["one"])];
  expect(byTrack(plain)).toEqual([{ name: null, levels: plain }]);
  expect(byTrack([...plain, senior]).map(({ name }) => name)).toEqual([
    "Other levels",
    "Engineering",
  ]);
});

test("knows what comes before and after a level by promotion, not by place", () => {
  expect(neighboursOf(LADDER, manager)).toEqual({ below: [senior], above: [] });
  expect(neighboursOf(LADDER, senior)).toEqual({ below: [], above: [staff, manager] });
});

test("says where a level stands", () => {
  const nameOf = (key: string) => LADDER.find((one) => one.key === key)?.name ?? key;
  expect(placeWords(staff, nameOf)).toEqual([
    "Technical direction",
    "Follows SENIOR",
    "Across from MANAGER",
  ]);
  expect(placeWords(level("two", null, ["senior", "staff"]), nameOf)).toEqual([
    "Follows SENIOR or STAFF",
  ]);
  expect(placeWords(senior, nameOf)).toEqual(["Engineering", "Follows no other level"]);
});
