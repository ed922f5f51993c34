import { Explained } from "../../ui/explained.tsx";
import { type Defined, DEFINITIONS } from "./definitions.ts";
import classes from "./insight.module.css";

/** The head of a column or a figure, with its definition at hand. */
export function DefinedHead({ of }: { of: Defined }) {
  const { name, meaning } = DEFINITIONS[of];
  return (
    <Explained by={meaning} className={classes.defined}>
      {name}
    </Explained>
  );
}
