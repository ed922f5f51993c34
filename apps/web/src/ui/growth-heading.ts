/** Which of the two who take part in somebody's growth is reading. */
type Mine = "self" | "manager";

/** Heading and way back of one page of somebody's growth; `what` is the page's word, as "Plan". */
export function growthHeading(of: {
  org: string;
  mine: Mine;
  member: { name: string };
  what: string;
}): { title: string; crumbs: { label: string; href: string }[] } {
  const { org, mine, member, what } = of;
  const home = { label: "Growth", href: `/o/${org}/growth` };
  if (mine === "self") return { title: `Your ${what.toLowerCase()}`, crumbs: [home] };
  const team = { label: "My team", href: `/o/${org}/growth/team` };
  return { title: `${what} of ${member.name}`, crumbs: [home, team] };
}
