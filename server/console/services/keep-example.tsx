import { Button } from "../../http/page/button.tsx";
import { Field } from "../../http/page/field.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { exampleLimits } from "../../petitions/pack-example.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { serviceAddress } from "./addresses.ts";

/** Inputs beside a form's own: no key of a question holds a colon. */
export const exampleTitle = "example:title";
export const exampleSeen = "example:seen";

interface Props {
  readonly page: PageContext;
  readonly made: MadeService;
  readonly title: string;
  /** The answers may be filed; else they are kept as ones that must be refused. */
  readonly isGood: boolean;
  readonly refused: string | null;
}

/** Stands inside the trial's form: the answers that were judged are kept under a name, as an example of the service. */
export function KeepExample({ page, made, title, isGood, refused }: Props) {
  const words = page.words.services.rules.trial.keep;
  if (made.draft === null) return <p class="hint">{words.noDraft}</p>;
  return (
    <section class="keep-example stack" aria-labelledby="keep-example">
      <h3 id="keep-example">{words.title}</h3>
      <p>{isGood ? words.good : words.bad}</p>
      <input type="hidden" name={exampleSeen} value={String(made.draft.revision)} />
      <Field
        name={exampleTitle}
        label={words.name}
        hint={words.nameHint}
        error={refused ?? undefined}
        value={title}
        maxlength={exampleLimits.titleLength}
      />
      <p class="hint">{words.madeUp}</p>
      <Button kind="secondary" formaction={`${serviceAddress(made.id, "try")}/keep`}>
        {words.yes}
      </Button>
    </section>
  );
}
