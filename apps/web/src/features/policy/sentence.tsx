import { valueWords } from "../../ui/rule-words.ts";
import classes from "./policy.module.css";

/** A rule's sentence with its parameters as chips. */
export function Sentence({
  template,
  parameters,
}: {
  template: string;
  parameters: Record<string, unknown>;
}) {
  return (
    <p className={classes.sentence}>
      {template.split(/(\{\w+\})/).map((part, at) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (name === undefined) return part;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of a sentence never move
          <span key={at} className={classes.chip} title={name}>
            {valueWords(parameters[name])}
          </span>
        );
      })}
    </p>
  );
}
