import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { overlapHours } from "../../systems/api-key.ts";

/** For how long what is replaced goes on beside the new one; a day is chosen beforehand. */
export function OverlapChoices({ page, legend }: { page: PageContext; legend: string }) {
  const words = page.words.systems.keys;
  return (
    <ChoiceGroup
      name="hours"
      legend={legend}
      type="radio"
      chosen={[String(overlapHours[1])]}
      choices={overlapHours.map((each) => ({ value: String(each), label: words.hours(each) }))}
    />
  );
}
