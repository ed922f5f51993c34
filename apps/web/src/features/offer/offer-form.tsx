"use client";

import type { OfferListView, OfferView } from "@rubric/domain/offer/schemas";
import { countedOf, figuresOf, sideOf } from "@rubric/domain/offer/pay";
import { Button, Group, NumberInput, Select, Stack, Textarea } from "@mantine/core";
import dayjs from "dayjs";
import { type SyntheticEvent, useState, useSyncExternalStore } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Form } from "../../ui/form.tsx";
import { MomentField } from "../../ui/moment-field.tsx";
import panel from "../../ui/panel.module.css";
import { placeWords } from "../../ui/places.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { digitsOf, toMajor, toMinor } from "../../ui/minor-units.ts";
import { inAWeek, payIn, startOf, Terms, whatIsMissing } from "./offer-draft.ts";
import { OfferRuler } from "./offer-ruler.tsx";
import classes from "./offer.module.css";
import { outsideWords } from "./outside-words.ts";
import { ConditionFields, FlowWords, PackageFields } from "./package-fields.tsx";

const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "CAD", "PLN", "SEK", "DKK", "NOK", "INR", "JPY"];

const never = () => () => {};
const yes = () => true;
const no = () => false;

/** Writes a new version, or changes one's own draft; then asks for its approval or keeps it. */
export function OfferForm(props: {
  view: OfferListView;
  /** The draft that is changed, or null for a new version. */
  draft: OfferView | null;
  onDone: () => void;
}) {
  const { view, draft, onDone } = props;
  const { application } = view;
  const trpc = useTRPC();
  const save = useCommand(trpc.offer.draft.mutationOptions());
  const request = useCommand(trpc.offer.request.mutationOptions());
  const [terms, setTerms] = useState<Terms>(() => startOf(view, draft));
  // Written already where only the asking was refused: another press changes that one.
  const [savedId, setSavedId] = useState(draft?.id ?? null);
  const kept = useDraft(`offer:${application.id}:${draft?.id ?? "new"}`, 2, Terms, (found) =>
    setTerms(found.value),
  );
  // In the reader's zone, which the server that renders the page first does not know.
  const inBrowser = useSyncExternalStore(never, yes, no);
  const answerBy = terms.answerBy ?? (inBrowser ? inAWeek() : null);
  const set = (changed: Partial<Terms>) => {
    const next = { ...terms, ...changed };
    setTerms(next);
    kept.keep(next);
  };
  const { band, counts, range } = payIn(view, terms.workPlace);
  const counted = countedOf(figuresOf(terms), counts);
  const pay = {
    counts,
    band,
    outsideBand: sideOf(counted, terms.currency, band),
    outsideRange: sideOf(counted, terms.currency, range),
  };
  const outside = outsideWords(pay, counted, range);
  const errors = save.refusal?.fields ?? {};
  const byFlow = view.flow.length > 0;
  const missing = whatIsMissing({ ...terms, answerBy }, outside.length > 0, byFlow);

  function setAmount(amountMinor: number) {
    const { variablePercent } = terms;
    set({
      amountMinor,
      ...(variablePercent === null
        ? {}
        : { variableMinor: Math.round((amountMinor * variablePercent) / 100) }),
    });
  }

  async function store(ask: boolean) {
    const { startDate, approverId, answerBy: _typed, ...rest } = terms;
    if (startDate === null || answerBy === null) return;
    const list = await save.run({
      ...rest,
      applicationId: application.id,
      offerId: savedId,
      startDate,
      approverId: byFlow ? null : approverId,
      rangeReason: outside.length === 0 ? "" : rest.rangeReason,
      expiresAt: dayjs(answerBy).toDate().toISOString(),
    });
    kept.clear();
    const offerId = savedId ?? list.versions[0]?.id ?? null;
    setSavedId(offerId);
    if (ask && offerId !== null) await request.run({ offerId });
    onDone();
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing === null) void store(true).catch(() => undefined);
  }

  return (
    <Form onSubmit={onSubmit} className={panel.panel}>
      <Stack gap="lg">
        <div>
          <OfferRuler
            range={range}
            band={band}
            median={view.median}
            amount={terms.amountMinor}
            currency={terms.currency}
            earlier={view.versions.filter((one) => one.id !== savedId)}
            onChange={setAmount}
          />
          <Group align="flex-end" gap="sm" mt="sm">
            {view.places.length === 0 ? null : (
              <Select
                label="Place of work"
                data={view.places.map(({ place }) => ({ value: place, label: placeWords(place) }))}
                placeholder="Any of the job's"
                value={terms.workPlace}
                clearable
                onChange={(workPlace) => set({ workPlace })}
              />
            )}
            <NumberInput
              label="Amount per year"
              required
              value={toMajor(terms.amountMinor, terms.currency)}
              min={0}
              step={500}
              thousandSeparator=","
              decimalScale={digitsOf(terms.currency)}
              onChange={(value) => setAmount(toMinor(Number(value) || 0, terms.currency))}
              error={errors["amountMinor"]}
            />
            <Select
              label="Currency"
              data={[...new Set([terms.currency, ...CURRENCIES])]}
              value={terms.currency}
              allowDeselect={false}
              searchable
              w={110}
              onChange={(value) => {
                const currency = value ?? terms.currency;
                const amount = toMajor(terms.amountMinor, terms.currency);
                set({ currency, amountMinor: toMinor(amount, currency) });
              }}
            />
          </Group>
        </div>
        {outside.length === 0 ? null : (
          <div className={classes.outside}>
            <Textarea
              label={pay.outsideBand === null ? "Why outside the range" : "Why outside the band"}
              description={outside.join(" ")}
              value={terms.rangeReason}
              onChange={(event) => set({ rangeReason: event.currentTarget.value })}
              autosize
              minRows={2}
              required
              error={errors["rangeReason"]}
            />
          </div>
        )}
        <PackageFields
          value={terms}
          amountMinor={terms.amountMinor}
          currency={terms.currency}
          errors={errors}
          onChange={set}
        />
        <Group grow align="flex-start">
          <DayField
            label="Starts on"
            required
            description="The first day of work."
            value={terms.startDate}
            valueFormat="D MMM YYYY"
            onChange={(startDate) => set({ startDate })}
            error={errors["startDate"]}
          />
          <MomentField
            label="Answer by"
            required
            value={answerBy}
            valueFormat="D MMM YYYY HH:mm"
            onChange={(answerBy) => set({ answerBy })}
            error={errors["expiresAt"]}
          />
        </Group>
        <ConditionFields value={terms} errors={errors} onChange={set} />
        <Textarea
          label="What else the offer says"
          description="For the candidate, in your words. Empty if nothing."
          value={terms.conditions}
          onChange={(event) => set({ conditions: event.currentTarget.value })}
          autosize
          minRows={2}
          error={errors["conditions"]}
        />
        {byFlow ? (
          <FlowWords flow={view.flow} />
        ) : (
          <Select
            label="Approver"
            required
            description="Never yourself, and nobody who knows the person."
            placeholder="Choose someone"
            data={view.approvers.map(({ id, name }) => ({ value: id, label: name }))}
            value={terms.approverId}
            searchable
            onChange={(approverId) => set({ approverId })}
          />
        )}
        <FormRefusal refusal={save.refusal ?? request.refusal} />
        <Group justify="flex-end" gap="xs">
          {view.versions.length > 0 ? (
            <Button variant="subtle" onClick={onDone}>
              Cancel
            </Button>
          ) : null}
          <ReasonButton
            variant="default"
            reason={missing}
            onClick={() => void store(false).catch(() => undefined)}
          >
            Keep as draft
          </ReasonButton>
          <ReasonButton type="submit" reason={missing} loading={save.running || request.running}>
            Ask for approval
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}
