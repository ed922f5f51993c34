import type { FlowView } from "@rubric/domain/approval/schemas";
import { ExactTime } from "../../ui/exact-time.tsx";
import panel from "../../ui/panel.module.css";
import classes from "./approval.module.css";

export type FlowVersion = FlowView["versions"][number];

/** The groups of one version, in their order, with who wrote it, when and why. */
export function FlowVersionShown({ version }: { version: FlowVersion }) {
  return (
    <>
      {version.groups.length === 0 ? (
        <p className={panel.words}>No group: the approver whom an offer names.</p>
      ) : (
        <ol className={classes.groups}>
          {version.groups.map((group) => (
            <li key={group.name}>
              <p className={classes.name}>
                {group.name}{" "}
                <span className={panel.quiet}>
                  {group.approvals} of {group.members.length}
                </span>
              </p>
              <ul className={classes.members}>
                {group.members.map(({ member, standIn }) => (
                  <li key={member.id}>
                    {member.name}
                    {member.active ? "" : " (disabled)"}
                    {standIn === null ? "" : `, else ${standIn.name}`}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      <p className={panel.quiet}>
        Version {version.number}, {version.author}, <ExactTime at={version.createdAt} />:{" "}
        {version.reason}
      </p>
    </>
  );
}

/** The versions before the one in force, folded away. */
export function EarlierVersions({ versions }: { versions: readonly FlowVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <details className={classes.earlier}>
      <summary>Earlier versions: {versions.length}</summary>
      {versions.map((one) => (
        <section key={one.number} className={panel.panel}>
          <FlowVersionShown version={one} />
        </section>
      ))}
    </details>
  );
}
