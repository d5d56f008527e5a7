import { saveContact } from "../../server/identity/store/contact.ts";
import { findPerson } from "../../server/identity/store/person.ts";
import { termsInForce } from "../../server/identity/terms.ts";
import { parseEmail } from "../../server/kernel/email.ts";
import { parsePersonName } from "../../server/kernel/person-name.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import type { BenchCitizen, BenchWorld } from "./world.ts";

/** Gives a citizen what joining e-Service leaves behind: a contact, its e-mail proven, and the terms in force accepted. */
export async function layJoined({ ports }: BenchWorld, { personId }: BenchCitizen): Promise<void> {
  const now = ports.clock.now();
  await ports.db.as({ kind: "gate" }, async (tx) => {
    const person = await findPerson(ports, tx, personId);
    const [prefix, email] = [parsePersonName("นาง"), parseEmail(`${personId}@mail.example`)];
    if (!person || !prefix.ok || !email.ok) throw new Error("a person that was laid out is not there");
    await saveContact(ports, tx, person, {
      prefix: prefix.value,
      email: email.value,
      pendingEmail: null,
      address: { line: "1", subdistrict: "100101", district: "1001", province: "10", postcode: "10200" },
      emailProvenAt: now,
      termsVersion: termsInForce(bangkokDay(now)),
      termsAcceptedAt: now,
      savedAt: now,
    });
  });
}
