import type { Citizen } from "../../kernel/actor.ts";
import { maskCitizenId } from "../../kernel/citizen-id.ts";
import { maskPhone } from "../../kernel/phone.ts";
import type { Ports } from "../../ports.ts";
import { assuranceLevels, type AssuranceLevel } from "../assurance.ts";
import { fullName } from "../full-name.ts";
import { idCheckShown, type IdCheckShown } from "../id-check-shown.ts";
import { findCheckStanding } from "../store/check-standing.ts";
import { consentInForce } from "../store/consent-standing.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";
import { findProfilePicture } from "../store/profile-picture.ts";

export interface AccountView {
  readonly name: string | null;
  readonly maskedCitizenId: string;
  readonly maskedPhone: string | null;
  readonly assurance: AssuranceLevel;
  /** The rung counted from one, and how many there are. */
  readonly rung: { readonly at: number; readonly of: number };
  /** How the check of their ID pictures stands. */
  readonly check: IdCheckShown;
  readonly hasConsent: boolean;
  /** The picture they show of themselves; null: none. */
  readonly pictureId: string | null;
}

/** What "บัญชีของฉัน" shows of the citizen: nothing that is not masked but the name. */
export function seeAccount(ports: Ports, actor: Citizen): Promise<AccountView> {
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    if (!person) throw new Error("a citizen without a person");
    const [phone, hasConsent, picture, standing] = await Promise.all([
      findPhone(ports, tx, person),
      consentInForce(tx, actor.personId),
      findProfilePicture(tx, actor.personId),
      findCheckStanding(tx, actor.personId),
    ]);
    return {
      name: fullName(person),
      maskedCitizenId: maskCitizenId(person.citizenId),
      maskedPhone: phone && maskPhone(phone),
      assurance: person.assurance,
      rung: { at: assuranceLevels.indexOf(person.assurance) + 1, of: assuranceLevels.length },
      check: idCheckShown(person.assurance, standing?.state ?? null),
      hasConsent,
      pictureId: picture?.id ?? null,
    };
  });
}
