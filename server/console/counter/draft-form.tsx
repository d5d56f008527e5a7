import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { formatDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { formatServiceCode } from "../../visits/service-code.ts";
import type { ServiceType } from "../../visits/service-type.ts";
import type { VisitCode } from "../../visits/visit-code.ts";
import type { TypedVisit } from "../../visits/visit-draft.ts";
import { faultAt } from "./typed.ts";

interface Props {
  readonly page: PageContext;
  readonly day: BangkokDay;
  readonly offers: readonly ServiceType[];
  readonly typed: TypedVisit;
  readonly faults: readonly SummaryItem[];
  /** Codes of the day that are there already. */
  readonly codes: readonly VisitCode[];
}

/** The third panel, "ข้อมูลการเข้ารับบริการ": how to reach the person, when they came, which services. */
export function DraftFields({ page, day, offers, typed, faults, codes }: Props) {
  const words = page.words.counter;
  return (
    <section class="card stack" aria-labelledby="panel-visit">
      <h2 id="panel-visit">{words.visit}</h2>
      <div class="field-pair">
        <Field
          name="mobile"
          label={words.mobile}
          hint={words.mobileHint}
          error={faultAt(faults, "mobile")}
          value={typed.mobile}
          type="tel"
          inputmode="tel"
          maxlength={30}
        />
        <Field
          name="telephones"
          label={words.optional(words.telephones)}
          hint={words.telephonesHint}
          error={faultAt(faults, "telephones")}
          value={typed.telephones}
          maxlength={200}
        />
      </div>
      <div class="field-pair">
        <div class="field">
          <span class="label">{words.day}</span>
          <p class="fixed">{formatDay(day, page.language)}</p>
        </div>
        <Field
          name="time"
          label={words.time}
          hint={words.timeHint}
          error={faultAt(faults, "time")}
          value={typed.time}
          inputmode="numeric"
          maxlength={5}
        />
      </div>
      <ChoiceGroup
        name="services"
        legend={words.services}
        type="checkbox"
        hint={words.servicesHint}
        error={faultAt(faults, "services")}
        chosen={typed.services}
        choices={offers.map((offer) => ({
          value: offer.code,
          label: nameIn(offer, page.language),
          hint: hintOf(page, offer, codes),
        }))}
      />
      <div class="field-pair">
        <Field
          name="hn"
          label={words.optional(words.hn)}
          error={faultAt(faults, "hn")}
          value={typed.hn}
          maxlength={40}
        />
        <Field
          name="an"
          label={words.optional(words.an)}
          error={faultAt(faults, "an")}
          value={typed.an}
          maxlength={40}
        />
      </div>
    </section>
  );
}

function hintOf(page: PageContext, offer: ServiceType, codes: readonly VisitCode[]): string {
  const words = page.words.counter;
  const issued = codes.find(({ serviceType }) => serviceType === offer.code);
  const kind = `${words[offer.kind]} · ${offer.code}`;
  return issued ? `${kind} · ${words.issuedToday} ${formatServiceCode(issued.code)}` : kind;
}
