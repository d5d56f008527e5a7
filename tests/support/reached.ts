import type { Citizen } from "../../server/kernel/actor.ts";
import type { Email } from "../../server/kernel/email.ts";
import type { PersonName } from "../../server/kernel/person-name.ts";
import { findPerson } from "../../server/identity/store/person.ts";
import { saveContact } from "../../server/identity/store/contact.ts";
import { termsInForce } from "../../server/identity/terms.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import type { Ports } from "../../server/ports.ts";

const address = {
  line: "99 หมู่ 1",
  subdistrict: "100101",
  district: "1001",
  province: "10",
  postcode: "10200",
};

/** Gives a citizen the contact that e-Service asks for, with that e-mail, proven. */
export async function givesEmail(ports: Ports, { personId }: Citizen, email: string): Promise<void> {
  const now = ports.clock.now();
  await ports.db.as({ kind: "gate" }, async (tx) => {
    const person = await findPerson(ports, tx, personId);
    if (!person) throw new Error("nobody there");
    await saveContact(ports, tx, person, {
      prefix: "นาง" as PersonName,
      email: email as Email,
      pendingEmail: null,
      address,
      emailProvenAt: now,
      termsVersion: termsInForce(bangkokDay(now)),
      termsAcceptedAt: now,
      savedAt: now,
    });
  });
}
