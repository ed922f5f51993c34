import type { Metadata } from "next";
import { pagesOf } from "../../../../api/pages.ts";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { firstQuestions } from "../../../../features/question/filters.ts";
import { QuestionsPage } from "../../../../features/question/questions-page.tsx";

export const metadata: Metadata = { title: "Question bank" };

export default async function Page({ params }: PageProps<"/o/[org]/questions">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchInfiniteQuery(
          pagesOf(trpc.question.list.queryKey(firstQuestions), (cursor) =>
            cache.fetchQuery(trpc.question.list.queryOptions({ ...firstQuestions, cursor })),
          ),
        )
      }
    >
      <QuestionsPage org={org} />
    </Prefetched>
  );
}
