import type { BoardView } from "@rubric/domain/application/schemas";
import Link from "next/link";
import { Fragment } from "react";

const ENDED = ["hired", "rejected", "withdrawn", "transferred"] as const;

/** How many are where; each number that the board has no cards of leads to the list of them. */
export function BoardLead({ board, listHref }: { board: BoardView; listHref: string }) {
  const { cards, hidden, ended } = board;
  const late = cards.filter((card) => card.late).length;
  const under = cards.length + hidden;
  const parts = [
    <span key="under">{under === 0 ? "Nobody under way" : `${under} under way`}</span>,
    late === 0 ? null : (
      <span key="late">{`${late} ${late === 1 ? "answer" : "answers"} late`}</span>
    ),
    ...ENDED.map((state) =>
      ended[state] === 0 ? null : (
        <Link key={state} href={`${listHref}?state=${state}`} prefetch={false}>
          {ended[state]} {state}
        </Link>
      ),
    ),
    hidden === 0 ? null : (
      <span key="hidden">
        the {cards.length} who wait longest are shown,{" "}
        <Link href={listHref} prefetch={false}>
          {hidden} more
        </Link>
      </span>
    ),
  ].filter((part) => part !== null);
  return parts.map((part, index) => (
    <Fragment key={part.key}>
      {index === 0 ? null : " · "}
      {part}
    </Fragment>
  ));
}
