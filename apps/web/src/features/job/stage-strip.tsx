import { Tooltip, VisuallyHidden } from "@mantine/core";
import classes from "./stage-strip.module.css";

/** How many wait in each stage, as one cell a stage; the fuller a stage, the stronger its cell. */
export function StageStrip(props: {
  stages: readonly { key: string; name: string; count: number }[];
}) {
  const { stages } = props;
  const most = Math.max(1, ...stages.map((stage) => stage.count));
  return (
    <ul className={classes.strip} aria-label="Applications by stage">
      {stages.map((stage) => (
        <Tooltip key={stage.key} label={`${stage.name}: ${stage.count}`}>
          <li
            className={classes.cell}
            data-empty={stage.count === 0 || undefined}
            style={{ "--fill": `${stage.count === 0 ? 0 : 25 + (stage.count / most) * 75}%` }}
          >
            <VisuallyHidden>{stage.name}: </VisuallyHidden>
            {stage.count}
          </li>
        </Tooltip>
      ))}
    </ul>
  );
}
