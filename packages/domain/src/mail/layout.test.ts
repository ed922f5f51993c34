import { expect, it } from "vitest";
import { layOut } from "./layout.ts";

it("puts into a header neither a line's end nor what is decoded as other words", () => {
  const hostile = "=?utf-8?Q?=E2=80=AEPaid=20invoice?=\r\nBcc: all@example.test";
  const written = layOut(
    { subject: hostile, paragraphs: [] },
    { name: hostile, email: "ada@example.test" },
    "Rubric",
  );
  for (const header of [written.subject, written.to.name]) {
    expect(header).not.toContain("=?");
    expect(header).not.toMatch(/[\r\n]/);
  }
});
