import { LinkTabs } from "./link-tabs.tsx";

/** The two halves of what is shared by all jobs: frameworks and the questions asked about them. */
export function LibraryTabs({ org, at }: { org: string; at: "frameworks" | "questions" }) {
  return (
    <LinkTabs
      label="Library"
      at={at}
      tabs={[
        { key: "frameworks", label: "Frameworks", href: `/o/${org}/frameworks` },
        { key: "questions", label: "Question bank", href: `/o/${org}/questions` },
      ]}
    />
  );
}
