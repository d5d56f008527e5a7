import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import type { CounterServices } from "../../petitions/actions/file-at-counter.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionsPath } from "./address.ts";

/** What is typed of somebody who came in person. */
export interface TypedComer {
  readonly serviceId: string;
  readonly citizenId: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Where filing for somebody at the counter begins (E5.5): which service, and who came. */
export function NewPetitionPage(props: {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly services: CounterServices;
  readonly typed: TypedComer;
  readonly faults: readonly SummaryItem[];
}) {
  const { page, staff, services, typed, faults } = props;
  const words = page.words.desk.filing;
  const error = (name: string) => faults.find(({ field }) => field === name)?.sentence;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="petitions"
      title={words.title}
      back={petitionsPath}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action={`${petitionsPath}/new`}>
        <SelectField
          name="serviceId"
          label={words.service}
          value={typed.serviceId}
          error={error("serviceId")}
          options={[
            { value: "", label: words.choose },
            ...services.map(({ id, name }) => ({ value: id, label: wordingIn(name, page.language) })),
          ]}
        />
        <Field
          name="citizenId"
          label={words.citizenId}
          hint={words.citizenIdHint}
          value={typed.citizenId}
          inputmode="numeric"
          maxlength={40}
          figures
          error={error("citizenId")}
        />
        {(["firstName", "lastName"] as const).map((name) => (
          <Field
            name={name}
            label={words[name]}
            hint={words.nameHint}
            value={typed[name]}
            maxlength={100}
            error={error(name)}
          />
        ))}
        <div class="buttons">
          <Button>{words.goOn}</Button>
        </div>
      </form>
    </ConsoleLayout>
  );
}
