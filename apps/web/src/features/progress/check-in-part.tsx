import type { ProgressView } from "@rubric/domain/progress/schemas";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import panel from "../../ui/panel.module.css";
import { CheckInForm } from "./check-in-form.tsx";
import classes from "./progress.module.css";
import { ReplyForm } from "./reply-form.tsx";
import { CONFIDENCE, weekWords } from "./week-words.ts";

type CheckIn = ProgressView["checkIns"][number];

/** The form of the week, and what was said in the weeks before it. */
export function CheckInPart({ of }: { of: ProgressView }) {
  const { member, mine, today, checkIns } = of;
  return (
    <>
      {mine === "self" ? (
        <section id="check-in" className={panel.panel} aria-label="Check in">
          <div className={panel.head}>
            <h2 className={panel.title}>Check in</h2>
            <p className={panel.quiet}>Two minutes a week</p>
          </div>
          <CheckInForm of={of} />
        </section>
      ) : null}
      <section id="check-ins" className={panel.panel} aria-label="Check-ins">
        <div className={panel.head}>
          <h2 className={panel.title}>Check-ins</h2>
          <p className={panel.quiet}>{checkIns.length === 0 ? "" : checkIns.length}</p>
        </div>
        {checkIns.length === 0 ? (
          <EmptyState compact title="No check-in yet">
            {mine === "self"
              ? "Say above how your week went; your manager answers."
              : `Once ${member.name} has checked in, you answer here.`}
          </EmptyState>
        ) : (
          <ul className={panel.list}>
            {checkIns.map((one) => (
              <li key={one.id} className={panel.item}>
                <OneCheckIn memberId={member.id} of={one} today={today} mine={mine} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function OneCheckIn({
  memberId,
  of,
  today,
  mine,
}: {
  memberId: string;
  of: CheckIn;
  today: string;
  mine: ProgressView["mine"];
}) {
  const { week, done, blocked, confidence, hours, reply, may } = of;
  return (
    <article className={panel.stack} aria-label={weekWords(week, today)}>
      <div>
        <strong>{weekWords(week, today)}</strong>
        <p className={classes.small}>
          {[
            hours === null ? null : `${hours} ${hours === 1 ? "hour" : "hours"} for growing`,
            confidence === null ? null : `On course: ${CONFIDENCE[confidence] ?? confidence}`,
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </p>
      </div>
      <p className={panel.words}>{done}</p>
      {blocked === "" ? null : (
        <div>
          <p className={classes.small}>In the way</p>
          <p className={panel.words}>{blocked}</p>
        </div>
      )}
      {reply === null ? null : (
        <div className={classes.answer}>
          <p className={classes.small}>
            {reply.by}, <ExactTime at={reply.at} />
          </p>
          <p className={panel.words}>{reply.text}</p>
        </div>
      )}
      {mine === "manager" && may.reply === null ? <ReplyForm memberId={memberId} of={of} /> : null}
      {mine === "self" && reply === null ? (
        <p className={classes.small}>Not answered yet.</p>
      ) : null}
    </article>
  );
}
