import { townLevels } from "../../agencies/appointment.ts";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import type { ChoosableUnit } from "../../petitions/town-member.ts";
import { nameIn } from "../../visits/names.ts";

/** Which level somebody has and in which units they work, with what each level may do. */
export function PlaceFields(props: {
  readonly page: PageContext;
  readonly units: readonly ChoosableUnit[];
  readonly level: string;
  readonly unitIds: readonly string[];
  readonly faults: readonly SummaryItem[];
}) {
  const { page, units, level, unitIds, faults } = props;
  const words = page.words.agencies.officers;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <>
      <ChoiceGroup
        name="level"
        legend={words.level}
        type="radio"
        hint={words.powerNote}
        error={faultAt("level")}
        chosen={level === "" ? [] : [level]}
        choices={townLevels.map((value) => ({
          value,
          label: page.words.console.level[value],
          hint: words.levelHints[value],
        }))}
      />
      {units.length === 0 ? (
        <p class="hint">{words.noUnitsYet}</p>
      ) : (
        <ChoiceGroup
          name="unitIds"
          legend={words.chooseUnits}
          type="checkbox"
          hint={words.unitsHint}
          error={faultAt("unitIds")}
          chosen={unitIds}
          choices={units.map((unit) => ({ value: unit.id, label: nameIn(unit, page.language) }))}
        />
      )}
    </>
  );
}
