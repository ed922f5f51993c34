import { Tooltip, VisuallyHidden } from "@mantine/core";
import type { JobListView } from "@rubric/domain/job/schemas";
import { IconEyeOff } from "@tabler/icons-react";
import type { Column } from "../../ui/data-table.tsx";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { placesShort, placeWords } from "../../ui/places.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import classes from "./jobs-page.module.css";
import { StageStrip } from "./stage-strip.tsx";

type Row = JobListView["jobs"][number];

const nothing = <span className={classes.quiet}>–</span>;

/** The columns of the list of jobs. */
export const jobColumns: Column<Row>[] = [
  {
    key: "title",
    head: "Job",
    cell: (job) => (
      <>
        <span className={classes.title}>
          {job.title}
          {job.confidential ? <Confidential /> : null}
        </span>
        <span className={classes.team}>{job.team}</span>
      </>
    ),
  },
  { key: "state", head: "State", cell: (job) => <StateBadge kind="job" state={job.state} /> },
  { key: "level", head: "Level", desk: true, cell: (job) => job.level },
  {
    key: "places",
    head: "Places",
    desk: true,
    cell: (job) => (
      <Tooltip label={job.locations.map((place) => placeWords(place)).join(" · ")}>
        <span>{placesShort(job.locations)}</span>
      </Tooltip>
    ),
  },
  { key: "openings", head: "Filled", cell: (job) => <Filled job={job} /> },
  {
    key: "stages",
    head: "In each stage",
    desk: true,
    cell: (job) => {
      if (job.stages === null) return <span className={classes.quiet}>For its team</span>;
      return job.stages.length === 0 ? nothing : <StageStrip stages={job.stages} />;
    },
  },
  {
    key: "oldest",
    head: "Waits longest",
    desk: true,
    cell: (job) =>
      job.oldestWaitingSince === null ? nothing : <RelativeTime at={job.oldestWaitingSince} />,
  },
  {
    key: "owner",
    head: "Owner",
    desk: true,
    cell: (job) =>
      job.owner === null ? nothing : <PersonAvatar name={job.owner.name} size={20} withName />,
  },
];

function Filled({ job }: { job: Row }) {
  const { filled, reserved, total } = job.openings;
  const share = (seats: number) => ({ width: `${total === 0 ? 0 : (seats / total) * 100}%` });
  const words = reserved > 0 ? `, ${reserved} reserved by an offer` : "";
  return (
    <Tooltip label={`${filled} of ${total} filled${words}`}>
      <span className={classes.filled}>
        <VisuallyHidden>{`${filled} of ${total} filled${words}`}</VisuallyHidden>
        <span className={classes.meter} aria-hidden="true">
          <i style={share(filled + reserved)} />
          <i style={share(filled)} />
        </span>
        <span aria-hidden="true">
          {filled}/{total}
        </span>
      </span>
    </Tooltip>
  );
}

function Confidential() {
  return (
    <>
      {" "}
      <IconEyeOff size={14} stroke={1.7} aria-hidden="true" />
      <VisuallyHidden>, confidential</VisuallyHidden>
    </>
  );
}
