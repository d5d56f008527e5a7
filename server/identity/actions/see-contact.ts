import type { Address } from "../../forms/typed-place.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { maskCitizenId } from "../../kernel/citizen-id.ts";
import { maskPhone } from "../../kernel/phone.ts";
import type { Ports } from "../../ports.ts";
import { fullName } from "../full-name.ts";
import { findPassword } from "../store/citizen-password.ts";
import { findContact } from "../store/contact.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

/** What pages of one's own contact show: one's own data, the number and the phone masked. */
export interface OwnContact {
  readonly name: string | null;
  readonly maskedCitizenId: string;
  readonly maskedPhone: string | null;
  readonly hasPassword: boolean;
  /** Null: e-Service was not joined. */
  readonly contact: {
    readonly prefix: string;
    readonly email: string;
    readonly isEmailProven: boolean;
    readonly pendingEmail: string | null;
    readonly address: Address;
  } | null;
}

/** A citizen's own contact. */
export function seeContact(ports: Ports, actor: Citizen): Promise<OwnContact> {
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    if (!person) throw new Error("a citizen without a person");
    const [phone, contact, password] = await Promise.all([
      findPhone(ports, tx, person),
      findContact(ports, tx, person),
      findPassword(tx, person.id),
    ]);
    return {
      name: fullName(person),
      maskedCitizenId: maskCitizenId(person.citizenId),
      maskedPhone: phone && maskPhone(phone),
      hasPassword: password !== null,
      contact: contact && {
        prefix: contact.prefix,
        email: contact.email,
        isEmailProven: contact.emailProvenAt !== null,
        pendingEmail: contact.pendingEmail,
        address: contact.address,
      },
    };
  });
}
