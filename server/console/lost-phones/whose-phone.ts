import { mayStaff } from "../../agencies/role.ts";
import { seeNaming } from "../../credentials/actions/see-naming.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { FormFields } from "../../http/form.ts";
import type { SeatSeen } from "../../credentials/seat-view.ts";
import type { Words } from "../../words/words.ts";

/** Somebody whose phone may be lost, as a choice of the form: nobody types a code in an emergency. */
export interface WhosePhone {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

/** Those who are in the seats of the head's agency; none for the central office, which looks after too many to choose from. */
export async function findWhosePhones(
  ports: Ports,
  actor: Staff,
  words: Words,
): Promise<readonly WhosePhone[]> {
  if (!mayStaff(actor.level, "name_holders")) return [];
  const { seats } = await seeNaming(ports, actor, "");
  return seats.flatMap((seat) => peopleOf(seat, words));
}

function peopleOf({ userCode, right, holder, deputy }: SeatSeen, words: Words): readonly WhosePhone[] {
  const { rights, parts } = words.credentials;
  return [holder, deputy].flatMap((person) =>
    person === null
      ? []
      : [
          {
            value: whoseValue(userCode, person.part),
            label: person.name,
            hint: `${rights[right]} · ${parts[person.part]} · ${userCode}`,
          },
        ],
  );
}

/** A seat and a part in it as one value. */
export function whoseValue(userCode: string, part: string): string {
  return `${userCode} ${part}`;
}

/** Code and part of whoever was chosen; what was typed where nothing could be chosen. */
export function readWhose(form: Pick<FormFields, "text">): {
  readonly userCode: string;
  readonly part: string;
} {
  const [userCode, part] = form.text("whose").split(" ");
  return userCode && part ? { userCode, part } : { userCode: form.text("userCode"), part: form.text("part") };
}
