import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { addDays, formatDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import type { ServiceType } from "../../visits/service-type.ts";
import { slipEnteredWithinDays } from "../../visits/slip.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly today: BangkokDay;
  readonly offers: readonly ServiceType[];
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly SummaryItem[];
}

/** What stands on a used slip, in the order it stands there. */
export function EnterSlipPage({ page, staff, today, offers, typed, faults }: Props) {
  const words = page.words.slips;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  const text = (name: string) => ({ name, error: faultAt(name), value: typed[name] ?? "" });
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="slips"
      title={words.enter}
      back="/console/slips"
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.enter}</h1>
      <form class="stack" method="post" action="/console/slips/enter">
        <section class="card stack">
          <Field
            {...text("code")}
            label={words.code}
            hint={words.codeHint}
            maxlength={40}
            figures
            lang="en"
          />
          <div class="field-pair">
            <Field
              {...text("citizenId")}
              label={words.citizenId}
              inputmode="numeric"
              maxlength={40}
              figures
            />
            <Field {...text("mobile")} label={words.mobile} type="tel" inputmode="tel" maxlength={30} />
          </div>
          <div class="field-pair">
            <Field {...text("firstName")} label={page.words.counter.firstName} maxlength={200} />
            <Field {...text("lastName")} label={page.words.counter.lastName} maxlength={200} />
          </div>
          <div class="field-pair">
            <SelectField
              {...text("day")}
              label={words.day}
              hint={words.dayHint}
              options={Array.from({ length: slipEnteredWithinDays + 1 }, (_, back) => {
                const day = addDays(today, -back);
                return { value: day, label: formatDay(day, page.language) };
              })}
            />
            <Field
              {...text("time")}
              label={page.words.counter.time}
              hint={page.words.counter.timeHint}
              inputmode="numeric"
              maxlength={5}
            />
          </div>
          <ChoiceGroup
            name="services"
            legend={words.service}
            type="radio"
            error={faultAt("services")}
            chosen={[typed["services"] ?? ""]}
            choices={offers.map((offer) => ({
              value: offer.code,
              label: nameIn(offer, page.language),
              hint: offer.code,
            }))}
          />
        </section>
        <ButtonGroup>
          <Button icon="check">{words.enterYes}</Button>
          <ButtonLink href="/console/slips">{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}
