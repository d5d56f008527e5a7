import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { tallyPetitions } from "../../server/petitions/actions/tally-petitions.ts";
import { openBrowser } from "../support/browser.ts";
import { press, register, signIn } from "../support/citizen-walk.ts";
import { drawnJpeg } from "../support/drawn-picture.ts";
import { decideIdCheck, joinInBrowser, joinInLine, sendIdPicture } from "../support/e-service-walk.ts";
import { readPaper } from "../support/paper-walk.ts";
import {
  figuresOf,
  fileSoundPermit,
  fileStreetLight,
  openChangedPack,
  petitionDesk,
  standing,
  type FiledPetition,
  type PetitionDesk,
} from "../support/petition-walk.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";
import { joiner } from "../support/web-joiner.ts";

const town = "banpratu";
const slots = ["card_front", "card_back", "card_with_face"] as const;
const sound = "ขออนุญาตใช้เครื่องขยายเสียง";
const lamp = "แจ้งไฟฟ้าสาธารณะขัดข้อง";
/** What the pack asks first, and what the admin makes of it. */
const packAsks = "ชื่องานหรือเรื่องที่โฆษณา";
const asked = "ชื่องานที่จะจัดและวัด";
const patience = { timeout: 20_000 };
const onPhone = joiner({ firstName: "สมใจ", prefix: "นางสาว" });
const atDesk = joiner({ firstName: "บุญช่วย", prefix: "นาย" });
let product: Product;
let browser: Browser;
let phone: Page;
let desktop: Page;
let officer: Page;
let executive: Page;
let desk: PetitionDesk;
/** The permit of the one on LINE, and the repair of the one at a desk. */
let permit: FiledPetition;
let repair: FiledPetition;
let card: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  [phone, desktop] = [await newPage(390), await newPage(1280)];
  officer = await signedInStaff(product, browser, "suda");
  desk = petitionDesk(product.origin, officer);
  executive = await signedInStaff(product, browser, "bunmi");
  card = { name: "card.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await drawnJpeg(1_600, 1_200)) };
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function newPage(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "th-TH" });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

const onLine = (path: string) => phone.goto(`${product.phone(1)}${path}`);
const onWeb = (path: string) => desktop.goto(`${product.origin}${path}`);
/** Without blanks that keep a number on one line. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
/** What a page says. */
const said = (page: Page) => page.locator("main").innerText();

test("somebody with a phone and somebody with only a PC register, each asked only for what is missing", async () => {
  product.simulator.openPhone("phone1");
  await product.simulator.follow("phone1");
  await signIn(product, phone, 1, "/liff/register");
  await register(product, phone, onPhone);
  await onLine("/liff/join");
  await joinInLine(phone, onPhone);
  await joinInBrowser(product, desktop, atDesk);
}, 120_000);

test("both send ID pictures; an officer checks them, sends one back once, and both stand higher", async () => {
  await onLine(`/liff/id-check/${town}`);
  for (const slot of slots) await sendIdPicture(phone, slot, card);
  await press(phone, "ส่งให้เจ้าหน้าที่ตรวจ");
  await phone.getByText("กำลังตรวจสอบการยืนยันตัวตน").waitFor();
  await decideIdCheck(product, officer, onPhone, "send_back");
  await phone.reload();
  await phone.getByText("ขอรูปใหม่บางรูป").waitFor();
  await sendIdPicture(phone, "card_back", card);
  await press(phone, "ส่งให้เจ้าหน้าที่ตรวจ");
  await decideIdCheck(product, officer, onPhone, "approve");
  await onWeb(`/liff/id-check/${town}`);
  for (const slot of slots) await sendIdPicture(desktop, slot, card);
  await press(desktop, "ส่งให้เจ้าหน้าที่ตรวจ");
  await decideIdCheck(product, officer, atDesk, "approve");
  await desktop.reload();
  await desktop.getByText("ยืนยันตัวตนแล้ว").first().waitFor();
}, 180_000);

let minutes = 0;
/** The figures are counted once a minute; nobody waits for it here: each time a minute more has gone by. */
async function countAnew(): Promise<void> {
  minutes += 1;
  const clock = { now: () => new Date(Date.now() + minutes * 61_000) };
  await tallyPetitions({ ...product.ports, clock }, { kind: "system", job: "test" });
}
/** What the executive sees of a service. */
const figures = (service: string) => figuresOf(executive, product.origin, service);

/** What came to the phone's chat, and the subjects of what was mailed to the one at a desk. */
const cards = () => product.simulator.chat("phone1").map(({ message }) => JSON.stringify(message));
const mails = () =>
  product.simulator
    .mails(atDesk.email)
    .map(({ subject }) => subject)
    .join("\n");
const cardsOf = (title: string) =>
  cards().filter((one) => one.includes(permit.number) && one.includes(title));

test("an admin takes a pack in, changes its form and puts it in use, and citizens find what was closed before", async () => {
  await onWeb(`/liff/e-service/${town}/sound-permit`);
  expect(await said(desktop)).toContain("ไม่เปิดรับคำร้องเรื่องนี้แล้ว");
  const admin = await signedInStaff(product, browser, "somchai");
  await openChangedPack(admin, product.origin, sound, asked);
  await onWeb(`/liff/e-service/${town}?q=${encodeURIComponent("เครื่องขยายเสียง")}`);
  await desktop.getByRole("link", { name: sound }).first().click();
  await desktop.getByRole("button", { name: "เริ่มยื่นคำร้อง" }).waitFor();
}, 120_000);

test("both file: the service that was taken in, with the question that was changed, and a lamp that is out", async () => {
  await countAnew();
  expect([await figures(sound), await figures(lamp)]).toEqual([null, null]);
  await onLine(`/liff/e-service/${town}/sound-permit`);
  permit = await fileSoundPermit(phone, asked, "งานบวช", async () => {
    expect(await phone.getByLabel(packAsks).count()).toBe(0);
  });
  await onWeb(`/liff/e-service/${town}/street-light`);
  repair = await fileStreetLight(desktop);
  for (const [page, filed] of [
    [phone, permit],
    [desktop, repair],
  ] as const) {
    expect(await standing(page, filed)).toBe("ส่งคำร้อง");
    expect(await said(page)).toContain(filed.number);
  }
  await expect.poll(() => cardsOf("ส่งคำร้องแล้ว").length, patience).toBe(1);
}, 120_000);

test("one is asked for a correction and gives it; the other's lamp is mended, with a picture and a result by mail", async () => {
  await desk.open(permit);
  const answers = officer.locator(".desk-main");
  await answers.getByText(asked).waitFor();
  expect(await answers.innerText()).toContain("งานบวช");
  await desk.step("รับเรื่อง");
  expect(await standing(phone, permit)).toBe("เจ้าหน้าที่รับเรื่อง");
  expect(await phone.getByRole("link", { name: "แก้ไขตามที่ขอ" }).count()).toBe(0);
  await desk.stepWith("ขอให้แก้ไขเอกสาร", "ส่งให้แก้ไข", async () => {
    await officer.locator("input[value=event]").check();
    await officer.locator("#correction_asked-text").fill("ขอชื่อวัดด้วย");
  });
  await officer.getByText("หยุดนับวันไว้").first().waitFor();
  await phone.reload();
  await phone.getByRole("link", { name: "แก้ไขตามที่ขอ" }).click();
  await phone.getByLabel(asked).fill("งานบวชวัดประตูแก้ว");
  await press(phone, "ส่งการแก้ไข");
  await phone.getByText("ส่งการแก้ไขแล้ว").waitFor();
  expect(await standing(phone, permit)).toBe("เจ้าหน้าที่รับเรื่อง");

  await desk.open(repair);
  await desk.step("รับเรื่อง");
  expect(await standing(desktop, repair)).toBe("เจ้าหน้าที่รับเรื่อง");
  await desk.step("เริ่มดำเนินการ");
  expect(await standing(desktop, repair)).toBe("กำลังดำเนินการ");
  await officer.locator("main input[type=file]").first().setInputFiles(card);
  await officer.getByRole("button", { name: "ส่งรูป", exact: true }).first().click();
  await officer.getByText("เก็บรูปแล้ว").waitFor();
  const result = `ผลคำร้อง ${repair.number}: ดำเนินการเสร็จแล้ว`;
  expect(mails()).not.toContain(result);
  await desk.stepWith("ปิดเรื่องพร้อมผล", "ปิดเรื่อง", async () => {
    await officer.locator("input[value=done]").check();
    await officer.locator("#completed-text").fill("เปลี่ยนหลอดไฟแล้ว");
  });
  await expect.poll(mails, patience).toContain(result);
  expect(await standing(desktop, repair)).toBe("ดำเนินการสำเร็จ");
}, 180_000);

test("the permit is issued and its petition completed; the QR on the citizen's own PDF is what the public page confirms", async () => {
  await onLine("/liff/documents");
  expect(await said(phone)).not.toContain("ใบอนุญาตให้ใช้เครื่องขยายเสียง");
  await desk.open(permit);
  await desk.step("เริ่มดำเนินการ");
  expect(await standing(phone, permit)).toBe("กำลังดำเนินการ");
  await officer.getByRole("link", { name: "ออกเอกสาร" }).first().click();
  await officer.getByRole("link", { name: /^ใบอนุญาตให้ใช้เครื่องขยายเสียง/ }).click();
  await press(officer, "ตรวจก่อนออก");
  await press(officer, "ออกเอกสาร");
  await officer.getByText("ออกเอกสารแล้ว").first().waitFor();
  await desk.open(permit);
  const number = plain(await officer.locator(".papers .nowrap").innerText());
  expect(cardsOf("อนุญาต/อนุมัติ")).toEqual([]);
  await desk.stepWith("ปิดเรื่องพร้อมผล", "ปิดเรื่อง", () => officer.locator("input[value=granted]").check());
  await officer.getByText("ปิดเรื่องแล้ว").first().waitFor();
  await expect.poll(() => cardsOf("อนุญาต/อนุมัติ").length, patience).toBe(1);
  expect(await standing(phone, permit)).toBe("ดำเนินการสำเร็จ");

  await onLine("/liff/documents");
  await phone.getByText("ใบอนุญาตให้ใช้เครื่องขยายเสียง").first().click();
  const file = await phone.getByRole("link", { name: "ดาวน์โหลด" }).getAttribute("href");
  const { text, address } = await readPaper(phone, file ?? "");
  for (const told of [number, "งานบวชวัดประตูแก้ว", "1,000", `${onPhone.firstName} ${onPhone.lastName}`])
    expect(plain(text)).toContain(told);
  await desktop.goto(address.href);
  const confirmed = plain(await said(desktop));
  for (const told of ["เป็นเอกสารจริงและใช้ได้", number]) expect(confirmed).toContain(told);
}, 120_000);

test("the other reopens a repair that was not done, and the executive sees what all of it changed", async () => {
  await countAnew();
  expect(await figures(lamp)).toMatchObject({ filed: "1", completed: "1", open: "0" });
  await onWeb("/liff/petitions");
  await desktop.getByRole("link", { name: "เสร็จสิ้นแล้ว" }).click();
  await desktop.getByText(repair.number).first().click();
  await desktop.getByRole("link", { name: "ยังไม่เรียบร้อย" }).click();
  await desktop.getByLabel("ยังขาดอะไร").fill("ไฟยังกะพริบอยู่");
  await press(desktop, "ส่ง และเปิดเรื่องอีกครั้ง");
  await desktop.getByText("เปิดเรื่องอีกครั้งแล้ว").first().waitFor();
  expect(await standing(desktop, repair)).toBe("กำลังดำเนินการ");
  await countAnew();
  expect(await figures(lamp)).toMatchObject({ filed: "1", completed: "0", open: "1", reopened: "100%" });
  expect(await figures(sound)).toMatchObject({ filed: "1", completed: "1", open: "0", reopened: "0%" });
}, 120_000);
