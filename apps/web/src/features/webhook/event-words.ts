/** What the parts of an event's name stand for, in the order in which they are chosen. */
const GROUPS: readonly { label: string; of: readonly string[] }[] = [
  { label: "Applications and candidates", of: ["application", "candidate"] },
  { label: "Interviews", of: ["interview"] },
  { label: "Scorecards and debriefs", of: ["scorecard", "debrief"] },
  { label: "Offers", of: ["offer"] },
  { label: "Jobs and posts", of: ["job", "post"] },
];

/** "Offer fell through" for `offer.fell_through`. */
export function eventWords(name: string): string {
  const words = name.replaceAll(/[._]/g, " ");
  return name === "webhook.ping" ? "Test" : words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Events by what they are about; those of a kind that this version does not know come last. */
export function eventGroups<Event extends { name: string }>(
  events: readonly Event[],
): { label: string; events: Event[] }[] {
  const kindOf = ({ name }: Event) => name.slice(0, name.indexOf("."));
  const known = GROUPS.map(({ label, of }) => ({
    label,
    events: events.filter((one) => of.includes(kindOf(one))),
  }));
  const others = events.filter((one) => !GROUPS.some(({ of }) => of.includes(kindOf(one))));
  return [...known, { label: "Others", events: others }].filter((one) => one.events.length > 0);
}
