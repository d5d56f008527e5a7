import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askCompanion } from "../../server/identity/actions/ask-companion.ts";
import { confirmCompanion } from "../../server/identity/actions/confirm-companion.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { makeAsker, type Asker } from "../support/asker.ts";
import { otpFor } from "../support/citizen-walk.ts";
import { queue } from "../../server/notices/store.ts";
import { bareStaff, bareStaffLink } from "../support/bare-staff.ts";
import { asSuperuser } from "../support/citizens.ts";
import { askFor } from "../support/companions.ts";
import { granted, newVisitor, registered, somebody } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";
import { until } from "../support/until.ts";

let product: Product;
let sql: postgres.Sql;

beforeAll(async () => {
  product = await startProduct();
  sql = asSuperuser(product);
});
afterAll(async () => {
  await sql.end();
  await product.stop();
});

interface Holder {
  readonly citizen: Citizen;
  readonly asker: Asker;
  readonly phone: string;
}

/** A friend of the account on a simulated phone, registered. */
async function holderOf(phone: string): Promise<Holder> {
  const { userId } = product.simulator.openPhone(phone);
  await product.simulator.follow(phone);
  const { loginChannelId } = product.config.line;
  const visitor = await newVisitor(product.ports, userId.slice(1), loginChannelId);
  const citizen = await registered(product.ports, somebody(), visitor);
  return { citizen, asker: await makeAsker(product, citizen), phone };
}

/** The number of the code behind a path, in the groups people read. */
async function numberOf(path: string | null): Promise<string> {
  const id = /code\/([^?]+)/.exec(path ?? "")?.[1] ?? "";
  const [row] = await sql<{ code: string }[]>`select code from service_code where id = ${id}`;
  return row?.code ?? "no code was issued";
}

/** How often the chat of a phone was told a code by the bot. */
const toldOf = (phone: string, code: string) =>
  product.simulator
    .chat(phone)
    .filter(
      ({ from, message }) => from === "bot" && JSON.stringify(message).replace(/\W/g, "").includes(code),
    ).length;

interface Standing {
  readonly state: string;
  readonly attempts: number;
}

/** Where the notices of a kind to a person stand. */
const noticesTo = (personId: string, kind: string) => sql<Standing[]>`
  select state, attempts from notice where person_id = ${personId} and kind = ${kind}`;

/** A post that changes nothing: it makes a host without a loop look after the outbox. */
const nudge = (who: Holder) => who.asker.press("/liff/look", { next: "/liff/home" });

/** Waits until the one notice is settled. */
async function settled(who: Holder, personId: string, kind: string): Promise<string> {
  return until(
    `${kind} to be settled`,
    async () => {
      await nudge(who);
      const [notice] = await noticesTo(personId, kind);
      return notice && !["waiting", "claimed"].includes(notice.state) ? notice.state : null;
    },
    60,
  );
}

const tried = (personId: string, kind: string) =>
  until(`${kind} to be tried in vain`, async () => {
    const [notice] = await noticesTo(personId, kind);
    return notice?.state === "waiting" && notice.attempts > 0 ? true : null;
  });

test("with LINE down a code is issued, and the chat is told once LINE is back, once", async () => {
  const who = await holderOf("phone1");
  await product.simulator.outage("line", true);
  const path = await who.asker.press(await who.asker.scan());
  const code = await numberOf(path);
  await tried(who.citizen.personId, "code_issued");
  expect(toldOf(who.phone, code)).toBe(0);
  await product.simulator.outage("line", false);
  expect(await settled(who, who.citizen.personId, "code_issued")).toBe("sent");
  expect(toldOf(who.phone, code)).toBe(1);
});

test("with the SMS gateway down a code for a companion is issued, and they are told later, once", async () => {
  const who = await holderOf("phone2");
  const other = somebody();
  const { ports, simulator } = product;
  const { delegationId } = await granted(askCompanion(ports, who.citizen, askFor(ports, other)));
  await nudge(who);
  const otpText = await otpFor(product, other.phone, 0);
  await granted(confirmCompanion(ports, who.citizen, { delegationId, otpText }));
  const before = simulator.sms(other.phone).length;
  await simulator.outage("sms", true);
  const path = await who.asker.press(await who.asker.scan(), { for: delegationId });
  expect(await numberOf(path)).toMatch(/^PP\d{10}$/);
  const [represented] = await sql<{ for_id: string }[]>`
    select for_id from delegation where id = ${delegationId}`;
  const personId = represented?.for_id ?? "";
  await tried(personId, "companion_used");
  expect(simulator.sms(other.phone)).toHaveLength(before);
  await simulator.outage("sms", false);
  expect(await settled(who, personId, "companion_used")).toBe("sent");
  expect(simulator.sms(other.phone)).toHaveLength(before + 1);
});

test("with the mail server down an invitation waits, and comes later, once, with a link to our pages", async () => {
  const { ports, simulator, seeded } = product;
  const agencyId = seeded.facilities[0]?.agencyId ?? "";
  const email = "manee@clinic.example";
  await simulator.outage("mail", true);
  const staffId = await bareStaff(ports, { agencyId, email });
  const linkId = await bareStaffLink(ports, staffId, "set_password");
  const refs = { staffId, linkId };
  const id = await ports.db.as({ kind: "system", job: "test" }, (tx) =>
    queue(ports, tx, { kind: "staff_invited", medium: "mail", refs }),
  );
  const who = await holderOf("phone4");
  const standing = async () => {
    await nudge(who);
    const [notice] = await sql<Standing[]>`select state, attempts from notice where id = ${id}`;
    return notice;
  };
  await until("the mail to be tried in vain", async () => {
    const notice = await standing();
    return notice?.state === "waiting" && notice.attempts > 0 ? true : null;
  });
  expect(simulator.mails(email)).toEqual([]);
  await simulator.outage("mail", false);
  await until("the mail to be sent", async () => ((await standing())?.state === "sent" ? true : null), 60);
  const mails = simulator.mails(email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(`${product.origin}/console/set-password/`);
});

test("who blocked the account gets the code in the page, and nothing is pushed to them", async () => {
  const who = await holderOf("phone3");
  await product.simulator.block(who.phone);
  const { lineUserId } = who.citizen;
  await until("the block to be known", async () => {
    const [row] =
      await sql`select from line_user where line_user_id = ${lineUserId} and blocked_at is not null`;
    return row ? true : null;
  });
  const pushes = () => product.simulator.calls().filter(({ path }) => path.endsWith("/message/push")).length;
  const before = pushes();
  const path = await who.asker.press(await who.asker.scan());
  const code = await numberOf(path);
  expect(code).toMatch(/^PP\d{10}$/);
  expect(await settled(who, who.citizen.personId, "code_issued")).toBe("dropped");
  expect(pushes()).toBe(before);
  expect(toldOf(who.phone, code)).toBe(0);
});
