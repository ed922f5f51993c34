"use client";

import { Group, Select, Textarea } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import type { PostStatements } from "@rubric/domain/job/schemas";
import classes from "./posts-page.module.css";

type Said = Omit<PostStatements, "regionalPay">;

/** What a post says because some places ask for it. */
export function PostStatementFields(props: {
  said: Said;
  errors: FormErrors;
  onChange: (said: Said) => void;
}) {
  const { said, errors, onChange } = props;
  const text = (key: "benefits" | "otherPay" | "howToApply" | "aiStatement") => ({
    value: said[key],
    autosize: true,
    minRows: 2,
    error: errors[`statements.${key}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...said, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <Textarea
        label="Benefits"
        description="Leave, health insurance, pension and the like."
        {...text("benefits")}
      />
      <Textarea
        label="Bonuses and other pay"
        description="What is paid beside the range, such as a bonus or equity; or that nothing is."
        {...text("otherPay")}
      />
      <Textarea
        label="How to apply"
        placeholder="With the form on this page."
        {...text("howToApply")}
      />
      <Group grow align="start" wrap="wrap" className={classes.pay}>
        <Select
          label="Is there a vacancy now?"
          placeholder="Not said"
          clearable
          clearButtonProps={{ "aria-label": "Say nothing of a vacancy" }}
          data={[
            { value: "existing", label: "Yes, the post fills one" },
            { value: "future", label: "No, one may come" },
          ]}
          value={said.vacancy}
          onChange={(value) =>
            onChange({
              ...said,
              vacancy: value === "existing" || value === "future" ? value : null,
            })
          }
        />
        <Select
          label="Does AI screen or select?"
          placeholder="Not said"
          clearable
          clearButtonProps={{ "aria-label": "Say nothing of AI" }}
          data={[
            { value: "no", label: "No" },
            { value: "yes", label: "Yes, a tool beside this one does" },
          ]}
          value={said.usesAi === null ? null : said.usesAi ? "yes" : "no"}
          onChange={(value) =>
            onChange({ ...said, usesAi: value === null ? null : value === "yes" })
          }
        />
      </Group>
      {said.usesAi === true || (said.usesAi === null && said.aiStatement !== "") ? (
        <Textarea
          label="What AI is used for"
          description="Applicants read it in the post."
          {...text("aiStatement")}
        />
      ) : null}
    </>
  );
}
