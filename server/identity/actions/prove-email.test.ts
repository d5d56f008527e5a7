import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { idPictureWorld, type IdPictureWorld } from "../../../tests/support/id-pictures.ts";
import { until } from "../../../tests/support/until.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { Email } from "../../kernel/email.ts";
import { mailLinkToken } from "../../kernel/mail-link.ts";
import { insertCitizenLink } from "../store/citizen-link.ts";
import { findContact, saveContact } from "../store/contact.ts";
import { proveEmail } from "./prove-email.ts";

const gate = { kind: "gate" } as const;
let at: IdPictureWorld;
let all: postgres.Sql;
beforeAll(async () => {
  at = await idPictureWorld();
  all = asSuperuser(at.world);
});
afterAll(async () => {
  await all.end();
  await at.close();
});

/** Somebody with a proven address who is changing to another one; the token of the link mailed there. */
async function changing(
  pendingEmail: string,
): Promise<{ readonly citizen: Citizen; readonly token: string }> {
  const citizen = await at.citizen();
  const { ports } = at.world;
  const person = await at.personOf(citizen);
  const link = await ports.db.as(gate, async (tx) => {
    const contact = await findContact(ports, tx, person);
    if (!contact) throw new Error("no contact");
    const email = `own-${person.id}@example.com` as Email;
    await saveContact(ports, tx, person, {
      ...contact,
      email,
      pendingEmail: pendingEmail as Email,
      emailProvenAt: ports.clock.now(),
    });
    return insertCitizenLink(ports, tx, person.id, "prove_email");
  });
  return { citizen, token: mailLinkToken(ports.keys.citizenLink, link.id) };
}

async function emailOf(citizen: Citizen): Promise<string | undefined> {
  const person = await at.personOf(citizen);
  return at.world.ports.db.as(gate, async (tx) => (await findContact(at.world.ports, tx, person))?.email);
}

/** True while a transaction waits for another one to end. */
async function somebodyWaits(): Promise<true | null> {
  const rows = await all`select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where a.datname = current_database() and l.locktype = 'transactionid' and not l.granted`;
  return rows.length > 0 ? true : null;
}

test("of two who prove one address in the same moment one has it, the other is told that it is taken and keeps theirs", async () => {
  const { ports } = at.world;
  const shared = "shared@example.com" as Email;
  const [first, second] = [await changing(shared), await changing(shared)];
  const winner = await at.personOf(first.citizen);
  const answers: ReturnType<typeof proveEmail>[] = [];
  await ports.db.as(gate, async (tx) => {
    const contact = await findContact(ports, tx, winner);
    if (!contact) throw new Error("no contact");
    await saveContact(ports, tx, winner, { ...contact, email: shared, pendingEmail: null });
    answers.push(proveEmail(ports, gate, second.token));
    await until("the second waits for the first", somebodyWaits);
  });
  expect(await Promise.all(answers)).toEqual([{ ok: false, refusal: { kind: "email_taken" } }]);
  expect(await emailOf(first.citizen)).toBe(shared);
  expect(await emailOf(second.citizen)).toMatch(/^own-/);
});

test("five pairs at once: each address has one owner, and nobody sees a fault", async () => {
  const { ports } = at.world;
  const shared = Array.from({ length: 5 }, (_, pair) => `pair-${pair}@example.com`);
  const tokens = await Promise.all(shared.flatMap((email) => [changing(email), changing(email)]));
  const answers = await Promise.all(tokens.map(({ token }) => proveEmail(ports, gate, token)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
  const refusals = answers.flatMap((each) => (each.ok ? [] : [each.refusal.kind]));
  expect(refusals).toEqual(Array(5).fill("email_taken"));
});
