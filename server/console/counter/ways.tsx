import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";
import { cardFields } from "../../visits/card-reading.ts";
import { carriedFields, type Carried } from "./carried.ts";

interface Props {
  readonly page: PageContext;
  readonly carried: Carried;
}

/** The card way: the page's script asks the card agent on this machine and posts what the chip told. */
export function CardWay({ page, carried }: Props) {
  const words = page.words.counter;
  return (
    <form class="card stack" id="card-form" method="post" action="/console/counter/person">
      <h2>{words.cardWay}</h2>
      <input type="hidden" name="way" value="card" />
      {cardFields.map((name) => (
        <input type="hidden" name={name} value="" data-card />
      ))}
      <CarriedFields carried={carried} />
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

/** The way by number and picture. */
export function NumberWay(
  props: Props & { citizenId: string; error?: string | undefined; autofocus?: boolean },
) {
  const { page, carried, citizenId, error, autofocus = false } = props;
  const words = page.words.counter;
  return (
    <form class="card stack" method="post" action="/console/counter/person">
      <h2>{words.numberWay}</h2>
      <input type="hidden" name="way" value="picture" />
      <CarriedFields carried={carried} />
      <Field
        name="citizenId"
        label={words.citizenId}
        hint={words.citizenIdHint}
        error={error}
        value={citizenId}
        inputmode="numeric"
        maxlength={40}
        figures
        autofocus={autofocus}
      />
      <Button kind="secondary" icon="person">
        {words.find}
      </Button>
    </form>
  );
}

/** Only what there is: somebody who came without a hand-over carries nothing. */
function CarriedFields({ carried }: Pick<Props, "carried">) {
  return (
    <>
      {carriedFields.map((name) =>
        carried[name] === "" ? null : <input type="hidden" name={name} value={carried[name]} />,
      )}
    </>
  );
}
