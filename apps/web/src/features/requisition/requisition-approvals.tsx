import type { RequisitionView } from "@rubric/domain/requisition/schemas";
import panel from "../../ui/panel.module.css";
import { RelativeTime } from "../../ui/relative-time.tsx";
import classes from "./requisition.module.css";

/** The groups that approve, one after the other, and whose approvals are in. */
export function RequisitionApprovals({ view }: { view: RequisitionView }) {
  return (
    <section className={panel.panel} aria-labelledby="approvals">
      <div className={panel.head}>
        <h2 id="approvals" className={panel.title}>
          Approvals
        </h2>
      </div>
      {view.groups.length === 0 ? (
        <p className={panel.quiet}>Nobody is named yet.</p>
      ) : (
        <ol className={panel.list}>
          {view.groups.map((group, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- groups have no other name
            <li key={index} className={panel.item}>
              <strong>{group.name}</strong>{" "}
              <span className={panel.quiet}>
                {group.approvals === 1 ? "one approves" : `${group.approvals} approve`}
                {group.inTurn ? " · their turn now" : ""}
              </span>
              <ul className={classes.people}>
                {group.members.map((one) => (
                  <li key={one.id}>
                    <span>{one.name}</span>
                    <span className={panel.quiet}>
                      {one.approvedAt === null ? (
                        "not yet"
                      ) : (
                        <>
                          approved <RelativeTime at={one.approvedAt} />
                        </>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
