import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drainOutbox } from "../../../bot/outbox.ts";
import { bareStaff, bareStaffLink, refusedApplicant } from "../../../tests/support/bare-staff.ts";
import { startChatBench, type ChatBench } from "../../../tests/support/chat-bench.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { mailNone } from "../../adapters/mail-none.ts";
import { smtpMail } from "../../adapters/mail-smtp.ts";
import { readMailLinkToken } from "../../kernel/mail-link.ts";
import { drainMails } from "../../console/mail/outbox.ts";
import type { Ports } from "../../ports.ts";
import { queue, type NewNotice } from "../store.ts";

const tester = { kind: "system", job: "test" } as const;

let bench: ChatBench;
let agencyId: string;
let people = 0;

beforeAll(async () => {
  bench = await startChatBench();
  agencyId = await openFacility(bench.ports);
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.simulator.outage("mail", false);
  await bench.all`delete from notice`;
});

const drain = (ports: Ports = bench.ports) => drainMails(ports, bench.site);
const mailsTo = (email: string) => bench.simulator.mails(email);

function put(kind: NewNotice["kind"], refs: NewNotice["refs"], more: Partial<NewNotice> = {}) {
  const made: NewNotice = { kind, medium: "mail", refs, ...more };
  return bench.ports.db.as(tester, (tx) => queue(bench.ports, tx, made));
}

async function stateOf(id: string) {
  const [row] = await bench.all`select state, failure, attempts from notice where id = ${id}`;
  return row;
}

/** Somebody who was just granted access, with the mail that tells them waiting. */
async function invited() {
  people += 1;
  const email = `manee${people}@clinic.example`;
  const staffId = await bareStaff(bench.ports, { agencyId, email });
  const linkId = await bareStaffLink(bench.ports, staffId, "set_password");
  const id = await put("staff_invited", { staffId, linkId });
  return { id, email, staffId, linkId };
}

const endStaff = (staffId: string, state: string) =>
  bench.all`update staff set state = ${state} where id = ${staffId}`;

test("an invitation goes to the person's own address, with a link that leads back to its row", async () => {
  const { id, email, linkId } = await invited();
  await drain();
  expect(await stateOf(id)).toMatchObject({ state: "sent" });
  const [mail] = mailsTo(email);
  expect(mail?.messageId).toBe(`<${id}@pratu.example>`);
  expect(mail?.text).toContain("โรงพยาบาลสมมติ");
  const [, token = ""] = /\/console\/set-password\/([\w-]+)/.exec(mail?.text ?? "") ?? [];
  expect(readMailLinkToken(bench.ports.keys.staffLink, token)).toBe(linkId);
  expect(mail?.html).toContain(token);
  for (const table of ["notice", "staff_link", "audit_entry"]) {
    const rows = await bench.all`select * from ${bench.all(table)}`;
    expect(JSON.stringify(rows)).not.toContain(token.slice(32));
    expect(JSON.stringify(rows)).not.toContain(email);
  }
});

test("a mail is sent once, however many drain at the same time", async () => {
  const { email } = await invited();
  await Promise.all([drain(), drain(), drain()]);
  expect(mailsTo(email)).toHaveLength(1);
});

test("with the mail server down for days an invitation waits, and comes once when it is back", async () => {
  const { id, email } = await invited();
  await bench.simulator.outage("mail", true);
  for (let day = 0; day < 3; day += 1) {
    await drain();
    expect(await stateOf(id)).toMatchObject({ state: "waiting", failure: "mail_later", attempts: day + 1 });
    bench.world.clock.pass(24 * 60 * 60);
  }
  await bench.simulator.outage("mail", false);
  await drain();
  await drain();
  expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 4 });
  expect(mailsTo(email)).toHaveLength(1);
});

test("without any mail server set an invitation waits for one", async () => {
  const { id, email } = await invited();
  await drain({ ...bench.ports, mail: mailNone });
  expect(await stateOf(id)).toMatchObject({ state: "waiting", failure: "no_mail_server" });
  bench.world.clock.pass(60);
  await drain();
  expect(mailsTo(email)).toHaveLength(1);
});

test("a mail that went out whole without an answer is never sent again", async () => {
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 10,
    onData: (stream) => stream.resume().on("end", () => (taken += 1)),
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const from = { name: "", address: "no-reply@pratu.example" };
  const mail = smtpMail({ host: "127.0.0.1", port, tls: "none", login: null, from, timeoutMs: 400 });
  const { id } = await invited();
  await drain({ ...bench.ports, mail });
  expect(await stateOf(id)).toMatchObject({ state: "unknown", failure: "mail_timed_out" });
  bench.world.clock.pass(24 * 60 * 60);
  await drain({ ...bench.ports, mail });
  expect(taken).toBe(1);
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test("an address that no mail server would take is given up, and the others are told", async () => {
  const staffId = await bareStaff(bench.ports, { agencyId, email: "a@b.example\r\nBcc: c@d.example" });
  const broken = await put("staff_locked", { staffId });
  const { email } = await invited();
  await drain();
  expect(await stateOf(broken)).toMatchObject({ state: "failed", failure: "mail_refused" });
  expect(mailsTo(email)).toHaveLength(1);
  expect(bench.simulator.mails("c@d.example")).toEqual([]);
});

test("what goes by LINE and SMS waits for no mail server, nor mail for them", async () => {
  const mail = await invited();
  await drainOutbox(bench.ports, bench.site);
  expect(await stateOf(mail.id)).toMatchObject({ state: "waiting", attempts: 0 });
  const line = await put(
    "registered",
    { personId: "p" },
    { medium: "line", to: { channel: "c", lineUserId: "U1" } },
  );
  await drain();
  expect(await stateOf(line)).toMatchObject({ state: "waiting", attempts: 0 });
});

test.each(["used", "expired", "of somebody else"])("a link that is %s is not sent", async (what) => {
  const { id, email, linkId, staffId } = await invited();
  if (what === "used") {
    await bench.all`update staff_link set used_at = now() where id = ${linkId}`;
  } else if (what === "expired") {
    bench.world.clock.pass(7 * 24 * 60 * 60 - 1);
    await bench.all`update notice set dies_at = dies_at + interval '1 day' where id = ${id}`;
    bench.world.clock.pass(1);
  } else {
    const other = await bareStaff(bench.ports, { agencyId });
    await bench.all`update staff_link set staff_id = ${other} where staff_id = ${staffId}`;
  }
  await drain();
  expect(await stateOf(id)).toMatchObject({ state: "dropped", failure: "gone" });
  expect(mailsTo(email)).toEqual([]);
});

test("who was refused is told at their own address, with the registrar's reason", async () => {
  const email = "refused@clinic.example";
  const reason = "หนังสือยังไม่มีลายมือชื่อ";
  const accessPersonId = await refusedApplicant(bench.ports, bench.all, { agencyId, email, reason });
  await put("staff_refused", { accessPersonId });
  await drain();
  expect(mailsTo(email)).toMatchObject([{ text: expect.stringContaining(reason) as string }]);
});

test("who asked for a new password gets a link of half an hour, and none once it is over", async () => {
  const email = "lost@clinic.example";
  const staffId = await bareStaff(bench.ports, { agencyId, email, state: "active" });
  const linkId = await bareStaffLink(bench.ports, staffId, "reset_password");
  await put("staff_password_reset", { staffId, linkId });
  await drain();
  expect(mailsTo(email)).toHaveLength(1);
  const late = await put("staff_password_reset", { staffId, linkId });
  bench.world.clock.pass(30 * 60);
  await drain();
  expect(await stateOf(late)).toMatchObject({ state: "dropped", failure: "gone" });
});

test("a warning is not sent to somebody whose right has ended, and its end not to whose came back", async () => {
  const email = "idle@clinic.example";
  const staffId = await bareStaff(bench.ports, { agencyId, email, state: "active" });
  bench.world.clock.set(new Date("2026-12-20T10:00:00+07:00"));
  const early = await put("staff_revoked", { staffId });
  await drain();
  expect(await stateOf(early)).toMatchObject({ state: "dropped", failure: "gone" });
  await endStaff(staffId, "revoked");
  const warning = await put("staff_idle_warning", { staffId, lastDay: "2026-12-25" });
  await put("staff_revoked", { staffId });
  await drain();
  expect(await stateOf(warning)).toMatchObject({ state: "dropped", failure: "gone" });
  expect(mailsTo(email).map(({ subject }) => subject)).toEqual(["สิทธิเข้าใช้งานสิ้นสุดแล้ว · ประตู"]);
});

test("a mail that is told late says when it happened", async () => {
  const email = "late@clinic.example";
  const staffId = await bareStaff(bench.ports, { agencyId, email, state: "active" });
  bench.world.clock.set(new Date("2026-12-21T10:00:00+07:00"));
  await put("staff_session_elsewhere", { staffId });
  bench.world.clock.pass(3 * 60 * 60);
  await drain();
  expect(mailsTo(email)[0]?.text).toContain("21 ธ.ค. 2569 10:00 น.");
});

test("members of staff are told by mail only, and nothing else by mail", async () => {
  const staffId = bench.ports.random.uuid();
  const to = { channel: "c", lineUserId: "U1" };
  await expect(put("staff_locked", { staffId }, { medium: "line", to })).rejects.toThrow("does not travel");
  await expect(put("staff_locked", { staffId }, { medium: "sms", to })).rejects.toThrow("does not travel");
  await expect(put("registered", { personId: "p" })).rejects.toThrow("does not travel");
  await expect(put("registered", { personId: "p" }, { medium: "line" })).rejects.toThrow("to nobody");
});
