import type { NamingOffer } from "../../credentials/actions/see-naming.ts";
import { seatParts } from "../../credentials/holding.ts";
import {
  giveWayReasons,
  type NamingField,
  type TypedNaming,
  type TypedPerson,
} from "../../credentials/naming.ts";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";

export interface NamingFieldsProps {
  readonly page: PageContext;
  readonly offer: NamingOffer;
  readonly typed: TypedNaming;
  readonly faultAt: (field: NamingField) => string | undefined;
}

/** Which seat, as what, and why somebody who holds it gives way. */
export function PlaceFields({ page, offer, typed, faultAt }: NamingFieldsProps) {
  const { naming: words, rights, parts, notices } = page.words.credentials;
  const isHeld = offer.seats.some(({ holder, deputy }) => holder !== null || deputy !== null);
  return (
    <>
      <ChoiceGroup
        name="seatId"
        legend={words.seat}
        type="radio"
        error={faultAt("seatId")}
        chosen={[typed.seatId]}
        choices={offer.seats.map(({ id, right, userCode, holder }) => ({
          value: id,
          label: `${rights[right]} · ${userCode}`,
          ...(holder ? { hint: words.heldBy(holder.name) } : {}),
        }))}
      />
      <ChoiceGroup
        name="part"
        legend={words.part}
        type="radio"
        error={faultAt("part")}
        chosen={[typed.part]}
        choices={seatParts.map((part) => ({
          value: part,
          label: parts[part],
          hint: words.partHint[part],
        }))}
      />
      {isHeld ? (
        <ChoiceGroup
          name="reason"
          legend={words.reason}
          hint={words.reasonHint}
          type="radio"
          error={faultAt("reason")}
          chosen={[typed.reason === "" && isVacant(offer, typed) ? noReason : typed.reason]}
          choices={[
            { value: noReason, label: words.reasonNone },
            ...giveWayReasons.map((value) => ({ value, label: notices.ends[value] })),
          ]}
        />
      ) : null}
    </>
  );
}

/** "ยังไม่มีผู้ถือ": nobody gives way; no reason of the domain's. */
const noReason = "none";

/** True once a seat is chosen in which nobody is live in that part. */
function isVacant(offer: NamingOffer, { seatId, part }: TypedNaming): boolean {
  const seat = offer.seats.find(({ id }) => id === seatId);
  return seat !== undefined && (part === "deputy" ? seat.deputy : seat.holder) === null;
}

/** Who is named. */
export function PersonFields({
  page,
  typed,
  faultAt,
}: {
  readonly page: PageContext;
  readonly typed: TypedPerson;
  readonly faultAt: (field: keyof TypedPerson) => string | undefined;
}) {
  const words = page.words.credentials.naming;
  const of = (name: keyof TypedPerson) => ({
    name,
    label: words[name],
    value: typed[name],
    error: faultAt(name),
  });
  return (
    <>
      <Field {...of("citizenId")} hint={words.citizenIdHint} inputmode="numeric" maxlength={40} figures />
      <div class="field-pair">
        <Field {...of("firstName")} maxlength={200} />
        <Field {...of("lastName")} maxlength={200} />
      </div>
      <Field {...of("position")} hint={words.positionHint} maxlength={200} />
      <div class="field-pair">
        <Field {...of("email")} hint={words.emailHint} inputmode="email" maxlength={254} lang="en" />
        <Field {...of("mobile")} type="tel" inputmode="tel" maxlength={30} />
      </div>
    </>
  );
}
