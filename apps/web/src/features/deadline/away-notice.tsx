import type { DeadlineListView } from "@rubric/domain/deadline/schemas";
import { ExactTime } from "../../ui/exact-time.tsx";
import classes from "./away-notice.module.css";

/** Says until when one is away, and who has one's deadlines meanwhile. */
export function AwayNotice(props: {
  absence: NonNullable<DeadlineListView["absence"]>;
  now: string;
}) {
  const { absence, now } = props;
  const begun = absence.from <= now;
  const who = absence.standIn?.name ?? "the stand-in of each";
  return (
    <p className={classes.notice} role="status">
      {begun ? "You are away until " : "You will be away from "}
      <ExactTime at={begun ? absence.until : absence.from} />
      {begun ? (
        "."
      ) : (
        <>
          {" "}
          until <ExactTime at={absence.until} />.
        </>
      )}{" "}
      Meanwhile your deadlines go to {who}, and come back to you then.
    </p>
  );
}
