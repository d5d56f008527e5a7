import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { findPersonByNumber } from "../../server/identity/store/person.ts";
import type { CitizenId } from "../../server/kernel/citizen-id.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { press, register, signIn } from "../support/citizen-walk.ts";
import { crossOutSeen, pixelsOfJpeg } from "../support/cross-out-seen.ts";
import { drawnJpeg, drawnPixels } from "../support/drawn-picture.ts";
import { layContact } from "../support/id-pictures.ts";
import { somebody, type Typist } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

const town = "/liff/id-check/banpratu";
const slots = ["card_front", "card_back", "card_with_face"] as const;
/** Three pictures are drawn anew for one opening. */
const patience = { timeout: 15_000 };
let product: Product;
let browser: Browser;
let officer: Page;
let picture: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  officer = await signedInStaff(product, browser, "malee");
  picture = { name: "card.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await drawnJpeg(2_400, 1_800)) };
}, 120_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function personOf({ citizenId }: Typist) {
  const { ports } = product;
  const person = await ports.db.as({ kind: "gate" }, (tx) =>
    findPersonByNumber(ports, tx, citizenId as CitizenId),
  );
  if (!person) throw new Error("nobody registered");
  return person;
}

/** Somebody who registered on a phone and gave their contact. */
async function onPhone(number: number, javaScriptEnabled = true): Promise<{ page: Page; typist: Typist }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: "th-TH",
    javaScriptEnabled,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const typist = somebody();
  await signIn(product, page, number, "/liff/register");
  await register(product, page, typist);
  await layContact(product, await personOf(typist));
  await page.goto(`${product.phone(number)}${town}`);
  return { page, typist };
}

const slotOf = (page: Page, slot: string): Locator => page.locator(`#${slot}`);

/** Chooses a picture, sees what will be sent, and sends it. */
async function send(page: Page, slot: string, masked = false): Promise<void> {
  const card = slotOf(page, slot);
  await card.locator("input[type=file]").setInputFiles(picture);
  await card.locator("canvas").waitFor();
  if (masked) await card.getByRole("button", { name: "ปิดศาสนา", exact: true }).click();
  await card.getByRole("button", { name: "ส่งรูปนี้" }).click();
  await card.getByText("ได้รับรูปแล้ว").waitFor();
}

/** From here on the page keeps the picture it posts: the browser tells nobody else what is in it. */
function keepWhatIsPosted(page: Page): Promise<void> {
  return page.evaluate(() => {
    const add = Reflect.get(FormData.prototype, "append") as (...given: unknown[]) => void;
    FormData.prototype.append = function (this: FormData, ...given: unknown[]) {
      if (given[1] instanceof Blob) Object.assign(globalThis, { posted: given[1] });
      add.apply(this, given);
    };
  });
}

/** The bytes of the picture it posted last. */
async function postedBy(page: Page): Promise<Uint8Array> {
  const bytes = await page.evaluate(async () => {
    const { posted } = globalThis as { readonly posted?: unknown };
    return posted instanceof Blob ? [...new Uint8Array(await posted.arrayBuffer())] : [];
  });
  return Uint8Array.from(bytes);
}

/** Two rules and the words between them lie over the picture, black lies where the mask does, and nothing elsewhere. */
async function isCrossedOut(jpeg: Uint8Array, words: string, mask: string): Promise<void> {
  const sent = await pixelsOfJpeg(jpeg);
  expect([sent.width, sent.height]).toEqual([1_600, 1_200]);
  const [left = 0, top = 0, width = 0, height = 0] = mask.split(" ").map((part) => Number(part) / 100);
  const plain = drawnPixels(1_600, 1_200);
  let [black, all] = [0, 0];
  for (let y = Math.ceil(top * 1_200); y < Math.floor((top + height) * 1_200); y += 1) {
    for (let x = Math.ceil(left * 1_600); x < Math.floor((left + width) * 1_600); x += 1) {
      const at = (y * 1_600 + x) * 4;
      all += 1;
      if ((sent.data[at] ?? 255) + (sent.data[at + 1] ?? 255) + (sent.data[at + 2] ?? 255) < 90) black += 1;
      plain.data.set(sent.data.subarray(at, at + 4), at);
    }
  }
  expect(all).toBeGreaterThan(1_000);
  // The words of the band lie over the mask too, and letters are no black.
  expect(black / all).toBeGreaterThan(0.6);
  const seen = await crossOutSeen(plain, sent, words);
  // Where the mask lies under the band nothing can differ from what was sent.
  for (const rule of seen.rules) expect(rule).toBeGreaterThan(0.75);
  expect(seen.words).toBeGreaterThan(0.15);
  expect(seen.beside).toBeLessThan(0.02);
}

async function openFirst(): Promise<void> {
  await officer.goto(`${product.origin}/console/id-checks`);
  expect(await axeFaults(officer, wcag)).toEqual([]);
  await officer.getByRole("link", { name: "เปิดตรวจ" }).first().click();
  await officer.locator(".id-desk-picture img").first().waitFor();
}

test("three pictures are sent, one is sent back and redone, an officer approves, and the citizen stands higher", async () => {
  const { page, typist } = await onPhone(1);
  expect(await axeFaults(page, wcag)).toEqual([]);
  await slotOf(page, "card_front").locator("input[type=file]").setInputFiles(picture);
  await slotOf(page, "card_front").locator("canvas").waitFor();
  expect(await axeFaults(page, wcag)).toEqual([]);
  const front = slotOf(page, "card_front");
  const words = (await front.locator("form[data-words]").getAttribute("data-words")) ?? "";
  const maskOf = front.locator("[data-mask]", { hasText: "ปิดศาสนา" });
  const mask = (await maskOf.getAttribute("data-mask")) ?? "";
  await keepWhatIsPosted(page);
  await send(page, "card_front", true);
  await isCrossedOut(await postedBy(page), words, mask);
  for (const slot of slots.slice(1)) await send(page, slot);
  const kept = slotOf(page, "card_front").locator("img");
  await kept.scrollIntoViewIfNeeded();
  await expect
    .poll(() => kept.evaluate((image: HTMLImageElement) => image.naturalWidth), patience)
    .toBe(1_600);
  const stored = await page.evaluate(
    async (path) => {
      const bytes = new Uint8Array(await (await fetch(path ?? "")).arrayBuffer());
      return [...bytes];
    },
    await kept.getAttribute("src"),
  );
  await isCrossedOut(Uint8Array.from(stored), words, mask);
  await press(page, "ส่งให้เจ้าหน้าที่ตรวจ");
  await page.getByText("กำลังตรวจสอบการยืนยันตัวตน").waitFor();
  expect(await axeFaults(page, wcag)).toEqual([]);

  await openFirst();
  for (const image of await officer.locator(".id-desk-picture img").all()) {
    await expect
      .poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth), patience)
      .toBe(1_600);
  }
  expect(await officer.locator("main").innerText()).not.toContain(typist.citizenId.slice(-4));
  expect(await axeFaults(officer, wcag)).toEqual([]);
  await officer.locator("#lastFour").fill("0000");
  await officer.getByRole("button", { name: "อนุมัติ" }).click();
  await officer.getByText("สี่หลักท้ายไม่ตรง").first().waitFor();
  await officer.locator("#lastFour").fill(typist.citizenId.slice(-4));
  await officer.locator(".id-desk summary").click();
  await officer.locator("input[value='card_back:unclear']").check();
  await officer.locator("#said").fill("ถ่ายในที่สว่างขึ้น");
  expect(await axeFaults(officer, wcag)).toEqual([]);
  await officer.getByRole("button", { name: "ส่งกลับให้ถ่ายใหม่" }).click();
  await officer.locator(".banner.done", { hasText: "ส่งกลับให้ถ่ายใหม่แล้ว" }).waitFor();

  await page.reload();
  await page.getByText("ขอรูปใหม่บางรูป").waitFor();
  const said = await page.locator("main").innerText();
  for (const words of ["ถ่ายในที่สว่างขึ้น", "รูปไม่ชัด"]) expect(said).toContain(words);
  expect(await slotOf(page, "card_front").innerText()).toContain("ใช้ได้แล้ว");
  expect(await axeFaults(page, wcag)).toEqual([]);
  await send(page, "card_back");
  await press(page, "ส่งให้เจ้าหน้าที่ตรวจ");
  await page.getByText("กำลังตรวจสอบการยืนยันตัวตน").waitFor();

  await openFirst();
  await officer.locator("#lastFour").fill(typist.citizenId.slice(-4));
  await officer.getByRole("button", { name: "อนุมัติ" }).click();
  await officer.getByText("อนุมัติแล้ว").waitFor();
  await page.reload();
  await page.getByText("ยืนยันตัวตนแล้ว").first().waitFor();
  expect((await personOf(typist)).assurance).toBe("photo_checked");

  await page.goto(`${product.phone(1)}/liff/assurance`);
  expect(await page.locator("[aria-current=step]").innerText()).toContain("เจ้าหน้าที่ตรวจรูป");
  expect(await axeFaults(page, wcag)).toEqual([]);
  await page.getByRole("link", { name: "ยืนยันด้วยแอป ThaID" }).click();
  await page.locator("#pid").fill(typist.citizenId);
  await page.getByRole("button", { name: "ยินยอม", exact: true }).click();
  await page.getByText("ยืนยันด้วย ThaID สำเร็จ").waitFor();
  expect((await personOf(typist)).assurance).toBe("thaid");
}, 180_000);

test("a file that is no picture is told at its slot; without scripts the server alone crosses out what is sent", async () => {
  const { page } = await onPhone(2, false);
  const card = slotOf(page, "card_front");
  const choose = (buffer: Buffer) =>
    card.locator("input[type=file]").setInputFiles({ name: "card.jpg", mimeType: "image/jpeg", buffer });
  await choose(Buffer.from("MZ\u0090 no picture at all"));
  await card.getByRole("button", { name: "ส่งรูปนี้" }).click();
  await page.getByText("ไฟล์นี้ไม่ใช่รูป").first().waitFor();
  await choose(Buffer.from(await drawnJpeg(900, 700)));
  await card.getByRole("button", { name: "ส่งรูปนี้" }).click();
  await card.getByText("ได้รับรูปแล้ว").waitFor();
  await press(page, "ส่งให้เจ้าหน้าที่ตรวจ");
  await page.getByText("ยังขาดอีก 2 รูป").first().waitFor();
}, 120_000);
