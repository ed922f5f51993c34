import { expect, test } from "vitest";
import { listInput, loadListFilters } from "./list-filters.ts";

const stage = "01990000-0000-7000-8000-000000000001";

test.each([
  ["", { state: "active", stageId: null }],
  ["?state=rejected", { state: "rejected", stageId: null }],
  [`?state=on_hold&stage=${stage}`, { state: "on_hold", stageId: stage }],
  ["?state=nonsense&stage=nonsense", { state: "active", stageId: null }],
])("an address that ends in “%s” asks for %o", (search, asked) => {
  const filters = loadListFilters(new URLSearchParams(search));
  expect(listInput("job", filters)).toEqual({ jobId: "job", ...asked });
});
