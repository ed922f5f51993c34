import { describe, expect, it } from "vitest";
import { calendarUid, type Invitation, invitationIcs } from "./ics.ts";

const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  method: "REQUEST",
  interviewId: "0193a0b2-0000-7000-8000-000000000001",
  sequence: 0,
  startsAt: new Date(Date.UTC(2026, 2, 29, 0, 30)),
  endsAt: new Date(Date.UTC(2026, 2, 29, 1, 45)),
  stamp: new Date(Date.UTC(2026, 2, 1, 9)),
  summary: "Security: Casey Candidate",
  description: "Backend Engineer",
  place: "Room 1",
  url: "https://rubric.example/o/acme/interviews/1",
  organizer: { name: "Acme", email: "interviews@rubric.example" },
  attendee: { name: "Ann", email: "ann@acme.example" },
  ...over,
});

/** Content lines as a reader sees them: unfolded (RFC 5545, 3.1). */
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n").filter(Boolean);
const lineOf = (text: string, name: string) =>
  linesOf(text).find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

describe("an invitation as iCalendar text (RFC 5545, 5546)", () => {
  it.each<[string, Partial<Invitation>, string, string]>([
    ["METHOD", {}, "METHOD", "METHOD:REQUEST"],
    ["METHOD of a cancellation", { method: "CANCEL" }, "METHOD", "METHOD:CANCEL"],
    ["STATUS", {}, "STATUS", "STATUS:CONFIRMED"],
    ["STATUS of a cancellation", { method: "CANCEL" }, "STATUS", "STATUS:CANCELLED"],
    ["SEQUENCE", { sequence: 3 }, "SEQUENCE", "SEQUENCE:3"],
    ["UID", {}, "UID", "UID:0193a0b2-0000-7000-8000-000000000001@interview.rubric"],
    ["DTSTART in UTC", {}, "DTSTART", "DTSTART:20260329T003000Z"],
    ["DTEND in UTC", {}, "DTEND", "DTEND:20260329T014500Z"],
    ["DTSTAMP", {}, "DTSTAMP", "DTSTAMP:20260301T090000Z"],
    ["LOCATION", {}, "LOCATION", "LOCATION:Room 1"],
    [
      "text with signs that mean something there",
      { summary: "A; B, C \\ D\nE" },
      "SUMMARY",
      "SUMMARY:A\\; B\\, C \\\\ D\\nE",
    ],
    ["control characters", { place: "Room\u0007 1\rX" }, "LOCATION", "LOCATION:Room  1 X"],
    ["ORGANIZER", {}, "ORGANIZER", 'ORGANIZER;CN="Acme":mailto:interviews@rubric.example'],
    [
      "ATTENDEE",
      {},
      "ATTENDEE",
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Ann":MAILTO:ann@acme.example',
    ],
    [
      "ATTENDEE of a cancellation",
      { method: "CANCEL" },
      "ATTENDEE",
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CN="Ann":MAILTO:ann@acme.example',
    ],
  ])("%s", (_name, over, property, expected) => {
    expect(lineOf(invitationIcs(invitation(over)), property)).toBe(expected);
  });

  it("names the one it is for and nobody else", () => {
    const text = invitationIcs(invitation());
    expect(linesOf(text).filter((line) => line.startsWith("ATTENDEE"))).toHaveLength(1);
    expect(
      linesOf(text)
        .join("\n")
        .match(/[\w.]+@[\w.]+/g)
        ?.toSorted(),
    ).toEqual(["000000000001@interview.rubric", "ann@acme.example", "interviews@rubric.example"]);
  });

  it("keeps the UID through every change, so that calendars replace and remove the same event", () => {
    const uids = [
      invitation(),
      invitation({ sequence: 1, place: "Room 2" }),
      invitation({ method: "CANCEL", sequence: 2 }),
    ].map((one) => lineOf(invitationIcs(one), "UID"));
    expect(new Set(uids)).toEqual(
      new Set([`UID:${calendarUid("0193a0b2-0000-7000-8000-000000000001")}`]),
    );
  });

  it("ends every line with CRLF and folds at 75 octets, never inside a character", () => {
    const text = invitationIcs(
      invitation({
        summary: "Ö".repeat(90),
        description: "日本語🙂".repeat(60),
        place: "x".repeat(500),
      }),
    );
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\uFFFD");
    }
    expect(lineOf(text, "DESCRIPTION")).toBe(`DESCRIPTION:${"日本語🙂".repeat(60)}`);
    expect(lineOf(text, "SUMMARY")).toBe(`SUMMARY:${"Ö".repeat(90)}`);
  });
});
