import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { cardFields } from "../../visits/card-reading.ts";
import { ConsoleLayout } from "../layout.tsx";
import { faultAt } from "./typed.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly faults: readonly SummaryItem[];
  readonly citizenId: string;
}

/** Where a clerk begins: a card in the reader, or a number (F3). */
export function CounterPage({ page, staff, faults, citizenId }: Props) {
  const words = page.words.counter;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="counter"
      title={words.title}
      wrong={faults.length > 0}
      scripts={["read-card.js"]}
      data={{ "data-card-words": JSON.stringify(words.cardState) }}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="two-ways">
        <CardWay page={page} />
        <form class="card stack" method="post" action="/console/counter/person">
          <h2>{words.numberWay}</h2>
          <input type="hidden" name="way" value="picture" />
          <Field
            name="citizenId"
            label={words.citizenId}
            hint={words.citizenIdHint}
            error={faultAt(faults, "citizenId")}
            value={citizenId}
            inputmode="numeric"
            maxlength={40}
            figures
            autofocus={faults.length === 0}
          />
          <Button kind="secondary" icon="person">
            {words.find}
          </Button>
        </form>
      </div>
    </ConsoleLayout>
  );
}

/** The card way: the page's script asks the card agent on this machine and posts what the chip told. */
function CardWay({ page }: { page: PageContext }) {
  const words = page.words.counter;
  return (
    <form class="card stack" id="card-form" method="post" action="/console/counter/person">
      <h2>{words.cardWay}</h2>
      <input type="hidden" name="way" value="card" />
      {cardFields.map((name) => (
        <input type="hidden" name={name} value="" />
      ))}
      <p class="hint">{words.cardHint}</p>
      <div class="field">
        <label class="label" for="reader">
          {words.reader}
        </label>
        <select class="input" id="reader" name="reader"></select>
      </div>
      <label class="choice">
        <input type="checkbox" name="photo" value="1" />
        <span>{words.readPhoto}</span>
      </label>
      <p id="card-state" class="card-state" role="status"></p>
      <Button type="button" id="read-card" icon="person">
        {words.readCard}
      </Button>
      <noscript>
        <p>{words.cardNoScript}</p>
      </noscript>
    </form>
  );
}
