import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { backToQueue } from "../../petitions/taker.ts";

/** Who takes over the petitions somebody holds: an officer, or the queue of the unit. */
export function TakerField(props: {
  readonly page: PageContext;
  readonly takers: readonly { readonly staffId: string; readonly name: string }[];
  readonly count: number;
  readonly chosen: string;
  readonly faults: readonly SummaryItem[];
}) {
  const { page, takers, count, chosen, faults } = props;
  const words = page.words.agencies.officers;
  return (
    <>
      <p>{words.giveOverLead(count)}</p>
      <SelectField
        name="taker"
        label={words.taker}
        hint={words.giveOverHint}
        value={chosen}
        error={faults.find(({ field }) => field === "taker")?.sentence}
        options={[
          { value: "", label: words.chooseTaker },
          ...takers.map(({ staffId, name }) => ({ value: staffId, label: name })),
          { value: backToQueue, label: words.queue },
        ]}
      />
    </>
  );
}
