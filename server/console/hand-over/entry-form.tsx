import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";

interface Props {
  readonly page: PageContext;
  readonly typed?: string;
  readonly error?: string | undefined;
}

/** Where a clerk types the number a citizen reads out (N15). */
export function EntryForm({ page, typed = "", error }: Props) {
  const words = page.words.handOver.console;
  return (
    <form class="card stack" method="post" action="/console/hand-over">
      <h2>{words.entryTitle}</h2>
      <Field
        name="number"
        label={words.label}
        hint={words.hint}
        error={error}
        value={typed}
        inputmode="numeric"
        autocomplete="off"
        maxlength={20}
        figures
      />
      <Button kind="secondary" icon="phone">
        {words.submit}
      </Button>
    </form>
  );
}
