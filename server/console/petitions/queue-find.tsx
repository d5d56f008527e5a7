import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { petitionsPath } from "./address.ts";

/** The search by number. It is posted: no address ever carries what was typed. */
export function QueueFind(props: {
  readonly page: PageContext;
  readonly typed: string;
  readonly faults: readonly SummaryItem[];
}) {
  const { page, typed, faults } = props;
  const words = page.words.queue;
  return (
    <form
      class="filters"
      method="post"
      action={`${petitionsPath}/find`}
      role="search"
      aria-label={words.find}
    >
      <Field
        name="number"
        label={words.findLabel}
        hint={words.findHint}
        value={typed}
        maxlength={40}
        error={faults.find(({ field }) => field === "number")?.sentence}
      />
      <div class="buttons">
        <Button kind="secondary">{words.findButton}</Button>
      </div>
    </form>
  );
}
