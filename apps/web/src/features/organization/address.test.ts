import { expect, test } from "vitest";
import { CreateOrganizationInput } from "@rubric/domain/organization/schemas";
import { addressOf } from "./address.ts";

test.each([
  ["Acme", "acme"],
  ["Żubr & Söhne GmbH", "zubr-sohne-gmbh"],
  ["Łódź Straße", "lodz-strasse"],
  ["3M Health", "m-health"],
  ["  North – South  ", "north-south"],
  ["Northern Lights Consulting & Engineering Partners", "northern-lights-consulting-engineering-p"],
  ["株式会社", ""],
])("%s suggests %s", (name, address) => {
  expect(addressOf(name)).toBe(address);
  if (address === "") return;
  expect(CreateOrganizationInput.shape.address.safeParse(address).success).toBe(true);
});
