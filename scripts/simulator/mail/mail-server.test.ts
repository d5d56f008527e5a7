import { expect, test } from "vitest";
import { smtpMail } from "../../../server/adapters/mail-smtp.ts";
import type { View } from "../front/view.ts";
import { startBench, type Bench } from "../test-bench.ts";

const from = { name: "ประตู", address: "no-reply@pratu.example" };
const mail = {
  to: "manee@clinic.example",
  subject: "ตั้งรหัสผ่านเพื่อเริ่มใช้งาน",
  text: "สวัสดี คุณมานี",
  html: "<!doctype html><html><head><title>x</title></head><body><a href='http://localhost/x'>ตั้งรหัสผ่าน</a></body></html>",
  messageId: "id-1",
};

const mailer = ({ simulator }: Bench) =>
  smtpMail({ host: "127.0.0.1", port: simulator.mailPort, tls: "none", login: null, from, timeoutMs: 2_000 });

const mailsSeen = async (bench: Bench) =>
  ((await (await fetch(`${bench.front}/simulator/api/view`)).json()) as View).mails;

test("a mail lands in the mailbox, unread until it is opened", async () => {
  const bench = await startBench();
  expect(await mailer(bench).send(mail)).toEqual({ kind: "sent" });
  const [one] = bench.simulator.mails("manee@clinic.example");
  expect(one).toMatchObject({ subject: mail.subject, from, messageId: "<id-1@pratu.example>", unread: true });
  expect(one?.text.trim()).toBe(mail.text);
  expect(bench.simulator.mails("somchai@clinic.example")).toEqual([]);
  expect(await mailsSeen(bench)).toMatchObject([{ subject: mail.subject, to: mail.to, unread: true }]);
  bench.simulator.readMail(one?.id ?? "");
  expect(await mailsSeen(bench)).toMatchObject([{ unread: false }]);
});

test("with mail down everybody is told to come again, and nothing is kept", async () => {
  const bench = await startBench();
  await bench.simulator.outage("mail", true);
  expect(await mailer(bench).send(mail)).toEqual({ kind: "later" });
  expect(bench.simulator.mails()).toEqual([]);
  await bench.simulator.outage("mail", false);
  expect(await mailer(bench).send(mail)).toEqual({ kind: "sent" });
  expect(bench.simulator.mails()).toHaveLength(1);
});

test("an opened mail runs nothing, fetches nothing, and its links open apart", async () => {
  const bench = await startBench();
  await mailer(bench).send(mail);
  const [one] = bench.simulator.mails();
  const page = await fetch(`${bench.front}/simulator/mail/${one?.id}`);
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/sandbox (?!.*allow-(scripts|same-origin|forms|top))/);
  expect(await page.text()).toMatch(/^<!doctype html><html><head><base target="_blank"><style>/);
  expect((await fetch(`${bench.front}/simulator/mail/nothing`)).status).toBe(404);
});

test("the mailbox is there again after a restart", async () => {
  const first = await startBench();
  await mailer(first).send(mail);
  await first.simulator.close();
  const second = await startBench({ dataFolder: first.folder });
  expect(second.simulator.mails()).toMatchObject([{ subject: mail.subject, unread: true }]);
});
