import { afterAll, beforeAll, expect, test } from "vitest";
import { notice } from "../../db/schema/index.ts";
import { testApp, type TestBrowser } from "../../tests/support/app.ts";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { startMailbox, type Mailbox } from "../../tests/support/mailbox.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { join, joiner } from "../../tests/support/web-joiner.ts";
import { drainMails } from "../../server/console/mail/outbox.ts";

let world: TestWorld;
let mailbox: Mailbox;
let open: (cookie?: string) => TestBrowser;
const site = { channel: "c", publicUrl: new URL("http://localhost:8787") };

beforeAll(async () => {
  mailbox = await startMailbox();
  const sms = { send: () => Promise.resolve({ kind: "sent" } as const), available: true };
  world = await testWorld({ sms, pinHash: lightPinHash, mail: mailbox.mail });
  open = testApp(world);
});
afterAll(async () => {
  await mailbox.close();
  await world.close();
});

test("the link that proves an address goes there, and opens its page", async () => {
  const me = joiner();
  await join(world, open, me);
  await drainMails(world.ports, site);
  const [mail] = mailbox.mailsTo(me.email);
  const path = /http:\/\/localhost:8787(\/liff\/prove-email\/\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
  expect((await open().get(path)).status).toBe(200);
});

test("a mail server that is away keeps nobody out: the account is open, and the mail comes later", async () => {
  const me = joiner();
  mailbox.outage(true);
  const { cookie } = await join(world, open, me);
  await drainMails(world.ports, site);
  expect(await (await open(cookie).get("/liff/welcome")).text()).toContain("ยืนยันอีเมลของคุณ");
  expect(mailbox.mailsTo(me.email)).toEqual([]);
  mailbox.outage(false);
  world.clock.pass(3600);
  await drainMails(world.ports, site);
  expect(mailbox.mailsTo(me.email)).toHaveLength(1);
});

test("for an address nobody has a lost password sends nothing to anybody", async () => {
  await open().post("/liff/forgot", { email: "nobody@example.com" });
  await drainMails(world.ports, site);
  expect(mailbox.mailsTo("nobody@example.com")).toEqual([]);
  const rows = await world.ports.db.as({ kind: "system", job: "test" }, (tx) => tx.select().from(notice));
  const reset = rows.filter(({ kind }) => kind === "account_password_reset");
  expect(reset.map(({ state, failure }) => [state, failure])).toEqual([["dropped", "gone"]]);
});
