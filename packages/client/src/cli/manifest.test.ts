import { expect, it } from "vitest";
import { procedureOf, wrongWith } from "./manifest.ts";

const person = {
  jobId: "01890000-0000-7000-8000-000000000000",
  name: "Ada Quist",
  email: "ada@people.test",
  phone: "",
  headline: "",
  links: [],
  uploadId: null,
};

it("finds nothing wrong with what the procedure takes", () => {
  expect(wrongWith("candidate.add", person)).toEqual([]);
  expect(wrongWith("candidate.add", { ...person, email: " ADA@People.test " })).toEqual([]);
  expect(wrongWith("identity.me", {})).toEqual([]);
});

it.each([
  [
    { ...person, nmae: "Ada" },
    { field: "nmae", what: "is not known" },
  ],
  [
    { ...person, jobId: undefined },
    { field: "jobId", what: "is missing" },
  ],
  [
    { ...person, links: [7] },
    { field: "links.0", what: "must be string" },
  ],
  [[], { field: "input", what: "must be object" }],
])("names the path of what is wrong (%#)", (input, wrong) => {
  expect(wrongWith("candidate.add", JSON.parse(JSON.stringify(input)))).toContainEqual(wrong);
});

it("says what may be chosen", () => {
  const wrong = wrongWith("job.list", { states: ["opne"], search: null, mine: false });
  expect(wrong).toEqual([{ field: "states.0", what: expect.stringContaining("draft, open") }]);
});

it("says which procedures there are", () => {
  expect(() => procedureOf("offer.acept")).toThrow("offer.accept");
  expect(() => procedureOf("toString")).toThrow("rubric procedures");
});
