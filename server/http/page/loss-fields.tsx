import type { TypedLoss } from "../../credentials/typed-loss.ts";
import { typedOfDay } from "../../forms/typed-day.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { seatParts } from "../../credentials/holding.ts";
import type { PageContext } from "./context.ts";
import { DateField } from "./date-field.tsx";
import type { SummaryItem } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { SelectField } from "./select-field.tsx";
import { TextArea } from "./text-area.tsx";

/** Nothing typed yet, but for the seat that is known and today, on which most phones are reported that are lost. */
export function emptyLoss(userCode: string, part: string, today: BangkokDay): TypedLoss {
  const { day, month, year } = typedOfDay(today);
  return { userCode, part, lostOnDay: day, lostOnMonth: month, lostOnYear: year, said: "", phone: "" };
}

interface Props {
  readonly page: PageContext;
  readonly typed: TypedLoss;
  readonly faults: readonly SummaryItem[];
}

/** Whose phone it is. */
export function WhoseFields({ page, typed, faults }: Props) {
  const words = page.words.credentials.lost;
  return (
    <>
      <Field
        name="userCode"
        label={words.userCode}
        hint={words.userCodeHint}
        error={errorAt(faults, "userCode")}
        value={typed.userCode}
        maxlength={40}
        figures
      />
      <SelectField
        name="part"
        label={words.part}
        options={seatParts.map((value) => ({ value, label: page.words.credentials.parts[value] }))}
        value={typed.part}
      />
    </>
  );
}

/** When and how it was lost, and where to call. */
export function LossFields({ page, typed, faults }: Props) {
  const words = page.words.credentials.lost;
  const { lostOnDay: day, lostOnMonth: month, lostOnYear: year } = typed;
  return (
    <>
      <DateField
        page={page}
        name="lostOn"
        label={words.lostOn}
        hint={words.lostOnHint}
        error={errorAt(faults, "lostOnDay")}
        whole
        value={{ day, month, year }}
      />
      <TextArea
        name="said"
        label={words.said}
        hint={words.saidHint}
        error={errorAt(faults, "said")}
        value={typed.said}
        maxlength={500}
      />
      <Field name="phone" label={words.callAt} value={typed.phone} inputmode="tel" maxlength={40} />
    </>
  );
}

function errorAt(faults: readonly SummaryItem[], field: string): string | undefined {
  return faults.find((item) => item.field === field)?.sentence;
}
