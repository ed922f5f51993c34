import type { StatementsView } from "@rubric/domain/job/schemas";
import type { z } from "zod";
import { MoneyRange } from "./money.tsx";
import { placeWords } from "./places.ts";

/** What a post says beside its text; nothing of what it leaves open. */
export function PostStatementsReading({
  statements,
}: {
  statements: z.infer<typeof StatementsView>;
}) {
  const { benefits, otherPay, howToApply, usesAi, aiStatement, vacancy, regionalPay } = statements;
  return (
    <>
      {regionalPay.length === 0 ? null : (
        <>
          <h2>Pay by place</h2>
          <ul>
            {regionalPay.map((range) => (
              <li key={range.region}>
                {placeWords(range.region)}:{" "}
                <MoneyRange
                  min={range.minMinor}
                  max={range.maxMinor}
                  currency={range.currency}
                  per="year"
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Said title="Benefits" text={benefits} />
      <Said title="Bonuses and other pay" text={otherPay} />
      <Said title="How to apply" text={howToApply} />
      {vacancy === null ? null : (
        <p>
          {vacancy === "existing"
            ? "There is a vacancy now that this post is to fill."
            : "There is no vacancy now; applications are taken for one that may come."}
        </p>
      )}
      {usesAi === null ? null : usesAi ? (
        <Said title="Where AI is used" text={aiStatement} />
      ) : (
        <p>No AI screens, assesses or selects applicants.</p>
      )}
    </>
  );
}

function Said({ title, text }: { title: string; text: string }) {
  if (text.trim() === "") return null;
  return (
    <>
      <h2>{title}</h2>
      {text.split(/\n{2,}/).map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs of a text that stays as it is
        <p key={index} style={{ whiteSpace: "pre-line" }}>
          {part}
        </p>
      ))}
    </>
  );
}
