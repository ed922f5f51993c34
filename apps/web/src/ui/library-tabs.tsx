import { LinkTabs } from "./link-tabs.tsx";

/** What is shared by all jobs: frameworks, the questions asked about them, and how those do. */
export function LibraryTabs({
  org,
  at,
}: {
  org: string;
  at: "frameworks" | "questions" | "health";
}) {
  return (
    <LinkTabs
      label="Library"
      at={at}
      tabs={[
        { key: "frameworks", label: "Frameworks", href: `/o/${org}/frameworks` },
        { key: "questions", label: "Question bank", href: `/o/${org}/questions` },
        { key: "health", label: "How questions do", href: `/o/${org}/questions/health` },
      ]}
    />
  );
}
