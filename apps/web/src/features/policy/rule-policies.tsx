"use client";

import { Button, VisuallyHidden } from "@mantine/core";
import { nameWords } from "../../ui/rule-words.ts";
import type { Drafting } from "./draft-dialog.tsx";
import type { SettableRule } from "./find-policies.ts";
import classes from "./policy.module.css";
import { Sentence } from "./sentence.tsx";
import { VersionItem } from "./version-item.tsx";

/** A rule that a policy may set: its standard, and what was set for whom. */
export function RulePolicies({
  org,
  rule,
  mayDraft,
  onDraft,
}: {
  org: string;
  rule: SettableRule;
  mayDraft: boolean;
  onDraft: (drafting: Drafting) => void;
}) {
  const [kind = "validation"] = rule.kinds;
  const words = nameWords(rule.name.split(".")[1] ?? rule.name);
  const standards = Object.fromEntries(rule.parameters.map((one) => [one.name, one.standard]));
  const isSet = rule.policies.some(({ versions }) => versions.some(({ inForce }) => inForce));
  return (
    <article className={classes.rule} id={rule.name} aria-label={words}>
      <div className={classes.about}>
        <h3 className={classes.name}>{words}</h3>
        {rule.laws.length === 0 ? null : (
          <span className={classes.meta}>
            {rule.laws.length === 1 ? "Law" : "Laws"} {rule.laws.join(", ")}
          </span>
        )}
      </div>
      <div className={classes.says}>
        <div>
          <span className={classes.meta}>
            {isSet ? "Standard, wherever no policy below is in force" : "Standard, in force"}
          </span>
          <Sentence template={rule.templates[kind] ?? ""} parameters={standards} />
        </div>
        {rule.policies.length === 0 ? null : (
          <ul className={classes.versions}>
            {rule.policies.flatMap((policy) =>
              policy.versions.map((version) => (
                <VersionItem
                  key={version.id}
                  org={org}
                  policy={policy}
                  version={version}
                  template={rule.templates[version.kind] ?? ""}
                  onChange={() => onDraft({ version, policy })}
                />
              )),
            )}
          </ul>
        )}
      </div>
      {mayDraft ? (
        <Button
          size="xs"
          variant="default"
          className={classes.draft ?? ""}
          onClick={() => onDraft({ version: null, policy: null, rule: rule.name })}
        >
          Draft…<VisuallyHidden> for {words}</VisuallyHidden>
        </Button>
      ) : null}
    </article>
  );
}
