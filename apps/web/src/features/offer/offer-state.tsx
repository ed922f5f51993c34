import type { OfferView } from "@rubric/domain/offer/schemas";
import { Anchor } from "@mantine/core";
import Link from "next/link";
import panel from "../../ui/panel.module.css";
import { Timeline, type TimelineEntry } from "../../ui/timeline.tsx";

const ANSWERED = new Map<string, string>([
  ["accepted", "accepted"],
  ["confirmed", "accepted"],
  ["fell_through", "accepted"],
  ["declined", "declined"],
]);

/** How far a version is: written, approved, sent, answered, with the words that go with it. */
export function OfferState(props: { org: string; offer: OfferView; candidate: string }) {
  const { org, offer, candidate } = props;
  const answered = ANSWERED.get(offer.state);
  const entries: TimelineEntry[] = [
    { id: "drafted", at: offer.createdAt, title: `${offer.author.name} wrote it` },
    ...(offer.approvedAt === null
      ? []
      : [{ id: "approved", at: offer.approvedAt, title: approvedWords(offer) }]),
    ...(offer.sentAt === null
      ? []
      : [{ id: "sent", at: offer.sentAt, title: `Sent to ${candidate}` }]),
    ...(offer.answeredAt === null || answered === undefined
      ? []
      : [{ id: "answered", at: offer.answeredAt, title: `${candidate} ${answered} it` }]),
  ];
  return (
    <div className={panel.stack}>
      <Timeline label="How far it is" entries={entries} />
      {offer.state === "pending" ? (
        <p className={panel.words}>Waits for {waitsFor(offer)}.</p>
      ) : null}
      {offer.beyond === null ? null : (
        <p className={panel.words}>
          Beyond headcount: {offer.beyond.sentence}{" "}
          <Anchor component={Link} href={`/o/${org}/requisitions/${offer.beyond.requisitionId}`}>
            R-{offer.beyond.number}
          </Anchor>
        </p>
      )}
      {offer.answer === "" ? null : (
        <p className={panel.words}>
          {candidate} wrote: “{offer.answer}”
        </p>
      )}
      {offer.stateReason === null ? null : (
        <p className={panel.words}>
          {offer.state === "draft" ? "Sent back: " : "Why: "}
          {offer.stateReason}
        </p>
      )}
      {offer.withdrawal === null || offer.state === "withdrawn" ? null : (
        <p className={panel.words}>
          {offer.withdrawal.askedBy} asks to withdraw it: {offer.withdrawal.reason}
        </p>
      )}
    </div>
  );
}

function approvedWords({ groups, approver }: OfferView): string {
  return groups.length < 2
    ? `${nameIn(groups[0]) ?? approver.name} approved it`
    : "All approved it";
}

function nameIn(group: OfferView["groups"][number] | undefined): string | undefined {
  return group?.members.find((one) => one.approvedAt !== null)?.name;
}

function waitsFor({ groups, approver }: OfferView): string {
  const turn = groups.find((group) => group.completedAt === null);
  if (turn === undefined) return approver.name;
  const names = turn.members
    .filter((one) => one.approvedAt === null && !one.replaced)
    .map((one) => one.name);
  return names.join(" or ");
}
