import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import type { CounterPerson } from "../../identity/counter-person.ts";
import { fullName } from "../../identity/full-name.ts";
import { formatBirthDate } from "../../kernel/birth-date.ts";
import { formatCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { faultAt } from "./typed.ts";

interface Props {
  readonly page: PageContext;
  readonly citizenId: CitizenId;
  readonly person: CounterPerson | null;
  readonly right: string | null;
  readonly typed: { readonly firstName: string; readonly lastName: string };
  readonly faults: readonly SummaryItem[];
}

/** The first panel, "ข้อมูลรายละเอียดบุคคล": to check against who stands there, or to fill in when nobody is known. */
export function PersonPanel({ page, citizenId, person, right, typed, faults }: Props) {
  const words = page.words.counter;
  const name = fullName(person);
  return (
    <section class="card stack" aria-labelledby="panel-person">
      <h2 id="panel-person">{words.person}</h2>
      <Facts
        rows={[
          [words.citizenId, formatCitizenId(citizenId)],
          ...(name === null ? [] : [[words.name, name] as const]),
          [words.birth, person?.birth ? formatBirthDate(person.birth, page.language) : words.birthUnknown],
          ...(right === null ? [] : [[words.right, right] as const]),
        ]}
      />
      {name === null ? (
        <>
          <p class="hint">
            {words.unknownPerson} {words.unknownPersonNext}
          </p>
          <div class="field-pair">
            <Field
              name="firstName"
              label={words.firstName}
              error={faultAt(faults, "firstName")}
              value={typed.firstName}
              maxlength={200}
            />
            <Field
              name="lastName"
              label={words.lastName}
              error={faultAt(faults, "lastName")}
              value={typed.lastName}
              maxlength={200}
            />
          </div>
        </>
      ) : null}
    </section>
  );
}
