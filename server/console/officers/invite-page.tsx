import { staffPersonFields, type StaffPersonFields } from "../../agencies/staff-person.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field, type FieldProps } from "../../http/page/field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { TypedInvitation } from "../../petitions/actions/invite-member.ts";
import type { ChoosableUnit } from "../../petitions/town-member.ts";
import { ConsoleLayout } from "../layout.tsx";
import { officersHome } from "./address.ts";
import { PlaceFields } from "./place-fields.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly units: readonly ChoosableUnit[];
  readonly typed: TypedInvitation;
  readonly requestKey: string;
  readonly faults: readonly SummaryItem[];
}

const asked: Readonly<Record<keyof StaffPersonFields, Partial<FieldProps>>> = {
  firstName: { maxlength: 200 },
  lastName: { maxlength: 200 },
  citizenId: { inputmode: "numeric", maxlength: 40, figures: true },
  workPhone: { type: "tel", inputmode: "tel", maxlength: 60, figures: true },
  mobile: { type: "tel", inputmode: "tel", maxlength: 30, figures: true },
  email: { inputmode: "email", maxlength: 254, lang: "en" },
};

/** The form that invites somebody: who they are, their level, and where they work. */
export function InvitePage({ page, staff, units, typed, requestKey, faults }: Props) {
  const { officers: words, people } = page.words.agencies;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="officers"
      title={words.invite}
      back={officersHome}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.invite}</h1>
      <p class="lead">{words.inviteLead}</p>
      <form class="card stack" method="post" action={officersHome}>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <h2>{words.who}</h2>
        <div class="field-pair">
          {staffPersonFields.map((name) => (
            <Field
              {...asked[name]}
              name={name}
              label={people.form.personFields[name]}
              value={typed.person[name]}
              error={faultAt(name)}
              hint={hintOf(page, name)}
            />
          ))}
        </div>
        <PlaceFields {...{ page, units, faults }} level={typed.level} unitIds={typed.unitIds} />
        <ButtonGroup>
          <Button>{words.send}</Button>
          <ButtonLink href={officersHome}>{words.cancel}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

function hintOf(page: PageContext, name: keyof StaffPersonFields): string | undefined {
  const { officers, people } = page.words.agencies;
  if (name === "email") return officers.emailHint;
  return name === "workPhone" ? people.form.phoneHint : undefined;
}
