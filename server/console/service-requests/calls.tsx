import { callOutcomes } from "../../credentials/service-request.ts";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { Field } from "../../http/page/field.tsx";
import { TextArea } from "../../http/page/text-area.tsx";
import { tidyPhone } from "../../kernel/phone.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { errorAt, type FormProps } from "./request-props.ts";

/** Every try to call back: when, by whom, which number, what was said; and while the request waits, the next one. */
export function Calls(props: FormProps) {
  const { page, seen } = props;
  const { call } = page.words.credentials.requests;
  const calls = seen.office.calls ?? [];
  return (
    <section class="card stack">
      <h2>{call.history}</h2>
      <p>{call.given(tidyPhone(seen.facts.mobile))}</p>
      <Facts
        rows={calls.map(({ at, number, staffId, outcome, note }) => {
          const line = call.line(call.outcomes[outcome], tidyPhone(number), seen.callers.get(staffId) ?? "");
          return [
            formatMoment(new Date(at), page.language),
            note === "" ? line : `${line} · ${note}`,
          ] as const;
        })}
      />
      {seen.shown === "sent" ? <CallForm {...props} /> : null}
    </section>
  );
}

function CallForm(props: FormProps) {
  const { page, path, typed } = props;
  const { call } = page.words.credentials.requests;
  return (
    <form class="stack" method="post" action={`${path}/call`} novalidate>
      <h3>{call.title}</h3>
      <p>{call.lead}</p>
      <Field
        name="number"
        label={call.number}
        error={errorAt(props, "number")}
        value={typed.number}
        inputmode="tel"
        maxlength={40}
        figures
      />
      <ChoiceGroup
        name="outcome"
        legend={call.outcome}
        type="radio"
        choices={callOutcomes.map((value) => ({ value, label: call.outcomes[value] }))}
        chosen={[typed.outcome]}
        error={errorAt(props, "outcome")}
      />
      <TextArea
        name="note"
        label={call.note}
        error={errorAt(props, "note")}
        value={typed.note}
        maxlength={500}
      />
      <ButtonGroup>
        <Button kind="secondary">{call.button}</Button>
      </ButtonGroup>
    </form>
  );
}
