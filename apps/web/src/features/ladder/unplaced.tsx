import { Button } from "@mantine/core";
import type { LadderView } from "@rubric/domain/ladder/schemas";
import Link from "next/link";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { Opens } from "./opens.ts";

/** What stands in place of somebody's ladder before they are placed: who places them, what is of use. */
export function Unplaced(props: { org: string; ladder: LadderView; opens: Opens }) {
  const { org, ladder, opens } = props;
  const { member, managing, framework } = ladder;
  return (
    <EmptyState
      title={`${managing ? `${member.name} is` : "You are"} not placed on a ladder yet`}
      action={
        framework !== null && opens.ladder ? (
          <Button component={Link} href={`/o/${org}/frameworks/${framework.id}`} variant="default">
            Look at the ladder
          </Button>
        ) : undefined
      }
    >
      <p>
        The ladder says what each level of the work expects. From the day on which{" "}
        {managing ? "they are" : "you are"} placed, this page shows how far the next level is met
        and what is missing.
      </p>
      <p>
        <WhoPlaces org={org} ladder={ladder} opens={opens} />
      </p>
      {opens.compare ? <p>Until then, compare any two levels below.</p> : null}
    </EmptyState>
  );
}

function WhoPlaces({ org, ladder, opens }: { org: string; ladder: LadderView; opens: Opens }) {
  const { manager, managing } = ladder;
  if (managing) return <>You place them, with a day and a reason: “Place on the ladder” above.</>;
  return (
    <>
      {manager === null
        ? "Your manager places you, and nobody is named as your manager yet."
        : `${manager.name}, your manager, places you, from their page My team.`}{" "}
      An admin says who manages you, under{" "}
      {opens.members ? (
        <Link href={`/o/${org}/settings/members`}>Settings, Members</Link>
      ) : (
        "Settings, Members"
      )}
      .
    </>
  );
}
