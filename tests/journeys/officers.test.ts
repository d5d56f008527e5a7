import { Secret, TOTP } from "otpauth";
import postgres from "postgres";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { filePetition } from "../../server/petitions/desk/file-petition.ts";
import { findServiceOfSlug, findVersion } from "../../server/petitions/store/service.ts";
import { openBrowser } from "../support/browser.ts";
import { inspect, type Inspector } from "../support/inspector.ts";
import { layPerson } from "../support/lay-visits.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";
import { goodPassword } from "../support/staff.ts";
import { until } from "../support/until.ts";

const newcomer = {
  firstName: "ชื่นใจ",
  lastName: "ทุ่งทอง",
  citizenId: completeCitizenId("199990000991"),
  workPhone: "020001234",
  mobile: "081-000-9901",
  email: "chuenjai@banpratu-town.example",
};
let product: Product;
let browser: Browser;
let all: postgres.Sql;
let admin: Page;
let officer: Page;
let inspector: Inspector;
let petitionId: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  all = postgres(product.database.superuserUrl, { max: 1, onnotice: () => {} });
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  petitionId = await filed("street-light");
  admin = await signedInStaff(product, browser, "somchai");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  context.setDefaultTimeout(15_000);
  officer = await context.newPage();
  inspector = inspect(admin);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await all.end();
  await product.stop();
});

async function filed(slug: string): Promise<string> {
  const { ports } = product;
  const [town] = await all`select agency_id from local_setting where slug = 'banpratu'`;
  const agencyId = String(town?.["agency_id"]);
  const { id: personId } = await layPerson(ports);
  const citizen: Citizen = { kind: "citizen", channel: "c", lineUserId: "U1", personId, unlocked: true };
  const kept = await ports.db.as(citizen, async (tx) => {
    const service = await findServiceOfSlug(tx, agencyId, slug);
    const version = service?.version ? await findVersion(tx, agencyId, service.id, service.version) : null;
    if (!service || !version) throw new Error(`the demo's town has no ${slug}`);
    const { version: number, definition } = version;
    const filing = { personId, service, version: number, definition, answers: {}, via: "line" } as const;
    const requestKey = ports.random.uuid();
    return filePetition(ports, tx, citizen, { ...filing, wantsPaper: false, requestKey });
  });
  return kept.id;
}

test("a town's admin invites an officer, who comes in by the mail's link", async () => {
  await admin.goto(`${product.origin}/console/local/people`);
  await inspector.look("officers");
  await admin.getByRole("link", { name: "เชิญเจ้าหน้าที่" }).click();
  await inspector.look("invitation");
  await admin.getByRole("button", { name: "ส่งคำเชิญ" }).click();
  await admin.getByRole("link", { name: /เลือกระดับสิทธิ/ }).waitFor();
  await inspector.look("invitation, refused");
  for (const [name, text] of Object.entries(newcomer)) await admin.locator(`#${name}`).fill(text);
  await admin.locator("input[name=level][value=officer]").check();
  await admin.getByLabel("กองช่าง").check();
  await admin.getByRole("button", { name: "ส่งคำเชิญ" }).click();
  await admin.getByText("ส่งคำเชิญแล้ว").waitFor();
  await inspector.look("invited");
  const mail = await until("the invitation", () =>
    Promise.resolve(product.simulator.mails(newcomer.email).at(0) ?? null),
  );
  const [, path = ""] = /(\/console\/set-password\/[\w-]+)/.exec(mail.text) ?? [];
  await officer.goto(`${product.origin}${path}`);
  await officer.locator("input[name=password]").fill(goodPassword);
  await officer.keyboard.press("Enter");
  await officer.waitForURL(/sign-in/);
  await officer.locator("input[name=username]").fill("chuenjai");
  await officer.locator("input[name=password]").fill(goodPassword);
  await officer.keyboard.press("Enter");
  await officer.waitForURL(/second-step/);
  const shown = await officer.locator("main").innerText();
  const secret = /[A-Z2-7]{4}( [A-Z2-7]{4}){3,}/.exec(shown)?.[0] ?? "";
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  await officer.locator("input[name=code]").fill(totp.generate());
  await officer.keyboard.press("Enter");
  await officer.getByRole("button", { name: /ยอมรับ/ }).click();
  await officer.waitForURL(/console\/petitions/);
}, 120_000);

test("the officer takes a petition; when they leave it goes to another, and they are out within a request", async () => {
  await officer.goto(`${product.origin}/console/petitions/${petitionId}`);
  await officer.locator("[data-key=r]").waitFor();
  await Promise.all([officer.waitForEvent("load"), officer.keyboard.press("r")]);
  await officer.getByText("รับเรื่องแล้ว ระบบจะแจ้งประชาชนให้").waitFor();
  await admin.goto(`${product.origin}/console/local/people`);
  const row = admin.getByRole("row", { name: /chuenjai/ });
  expect(await row.innerText()).toContain("สมชาย บ้านประตู");
  await row.getByRole("link", { name: "ดูและแก้ไข" }).click();
  await admin.getByText("ถือคำร้องที่ยังไม่เสร็จอยู่ 1 เรื่อง").waitFor();
  await inspector.look("an officer with a petition");
  await admin.getByRole("link", { name: "สิ้นสุดสิทธิ" }).click();
  await admin.getByLabel("ผู้รับต่อ").selectOption({ label: "มาลี ช่างงาม" });
  await inspector.look("the end");
  await admin.getByLabel("พ้นหน้าที่หรือย้าย").check();
  await admin.getByRole("button", { name: "ยืนยันสิ้นสุดสิทธิ" }).click();
  await admin.getByText("สิทธิสิ้นสุดแล้ว และออกจากระบบทุกเครื่อง").waitFor();
  await officer.reload();
  expect(new URL(officer.url()).pathname).toBe("/console/sign-in");
  const held = await all`select s.username, p.status from petition p join staff s on s.id = p.officer_id
    where p.id = ${petitionId}`;
  expect(held).toEqual([{ username: "malee", status: "received" }]);
}, 120_000);

test("nothing was wrong with any page on the way", () => {
  expect(inspector.found()).toEqual([]);
});
