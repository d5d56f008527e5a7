import type { TypedJoiner } from "../../agencies/access-form.ts";
import { levelsOfAgency } from "../../agencies/role.ts";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { joinerName, type JoinerField } from "./typed-request.ts";

interface Props {
  readonly page: PageContext;
  readonly row: number;
  readonly joiner: TypedJoiner;
  readonly faultAt: (field: string) => string | undefined;
  /** The row that was just added: the hand goes on there. */
  readonly isNew: boolean;
}

/** One person who is to come: what the letter says of them. */
export function JoinerFields({ page, row, joiner, faultAt, isNew }: Props) {
  const words = page.words.agencies.people.form;
  const of = (field: JoinerField) => ({
    name: joinerName(row, field),
    label: words.personFields[field],
    value: joiner[field],
    error: faultAt(joinerName(row, field)),
  });
  return (
    <fieldset class="joiner">
      <legend class="label">{words.person(row + 1)}</legend>
      <div class="field-pair">
        <Field {...of("firstName")} maxlength={200} autofocus={isNew} />
        <Field {...of("lastName")} maxlength={200} />
        <Field {...of("citizenId")} inputmode="numeric" maxlength={40} figures />
        <SelectField
          {...of("level")}
          options={[
            { value: "", label: words.chooseLevel },
            ...levelsOfAgency.facility.map((level) => ({
              value: level,
              label: page.words.console.level[level],
            })),
          ]}
        />
        <Field {...of("workPhone")} type="tel" inputmode="tel" maxlength={60} figures />
        <Field {...of("mobile")} type="tel" inputmode="tel" maxlength={30} figures />
        <Field {...of("email")} hint={words.emailHint} maxlength={254} lang="en" />
      </div>
    </fieldset>
  );
}
