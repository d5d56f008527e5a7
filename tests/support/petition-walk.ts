import type { Page } from "playwright-core";
import { press } from "./citizen-walk.ts";
import { chooseAddress } from "./e-service-walk.ts";

/** A petition that was just filed, as its citizen has it. */
export interface FiledPetition {
  readonly number: string;
  /** The address of its page. */
  readonly url: string;
}

/** Checks and sends the form that is open; reads the number off "สำเร็จ" and goes on to the petition's page. */
async function send(page: Page): Promise<FiledPetition> {
  await press(page, "ตรวจสอบก่อนส่ง");
  await press(page, "ส่งคำร้อง");
  const number = await page.locator(".sent-number h1").innerText();
  await page.getByRole("link", { name: "ดูคำร้องนี้" }).click();
  await page.locator(".four-steps").waitFor();
  return { number, url: page.url() };
}

/** Fills the permit for loudspeakers and files it; its first question has been given the label `asked`. */
export async function fileSoundPermit(
  page: Page,
  asked: string,
  event: string,
  sees: () => Promise<void>,
): Promise<FiledPetition> {
  await press(page, "เริ่มยื่นคำร้อง");
  await page.getByLabel(asked).fill(event);
  await sees();
  await page.getByText("ประจำที่", { exact: true }).click();
  await chooseAddress(page, "venue.");
  for (const [day, field] of [
    ["1", "first_day"],
    ["2", "last_day"],
  ] as const) {
    await page.locator(`[name="${field}.day"]`).selectOption(day);
    await page.locator(`[name="${field}.month"]`).selectOption("1");
    await page.locator(`[name="${field}.year"]`).fill("2690");
  }
  await page.locator("[name=from]").fill("09:00");
  await page.locator("[name=until]").fill("22:00");
  await page.locator("[name=watts]").fill("๑,๐๐๐");
  await page.locator("[data-path=declared_true] input").check();
  return send(page);
}

/** Fills the report of a street lamp that is out and files it. */
export async function fileStreetLight(page: Page): Promise<FiledPetition> {
  await press(page, "เริ่มยื่นคำร้อง");
  await page.getByText("ไฟดับ", { exact: true }).click();
  await page.locator("[name=lamps]").fill("1");
  await page.getByText("พิมพ์พิกัดเอง").click();
  await page.locator("[name='place.latitude']").fill("13.7563");
  await page.locator("[name='place.longitude']").fill("100.5018");
  await page.locator("[name=landmark]").fill("หน้าวัดประตูแก้ว");
  return send(page);
}

/** Which of the four statuses a petition's page shows it at. */
export async function standing(page: Page, { url }: FiledPetition): Promise<string> {
  await page.goto(url);
  return page.locator(".four-steps [aria-current=step] strong").innerText();
}

/** An officer's way through petitions in the console. */
export interface PetitionDesk {
  open(petition: FiledPetition): Promise<void>;
  /** Presses a step that needs no words. */
  step(words: string): Promise<void>;
  /** Unfolds a step, lets its fields be filled, and takes it. */
  stepWith(name: string, confirm: string, fill: () => Promise<void>): Promise<void>;
}

/** The desk of an officer who is signed in. */
export function petitionDesk(origin: string, officer: Page): PetitionDesk {
  const step = async (words: string) => {
    const before = await officer.locator("input[name=version]").first().inputValue();
    await officer.getByRole("button", { name: words, exact: true }).first().click();
    await officer.locator(`main:not(:has(input[name=version][value="${before}"]))`).waitFor();
  };
  return {
    open: async ({ number }) => {
      await officer.goto(`${origin}/console/petitions?view=all&order=newest`);
      await officer.locator("tr", { hasText: number }).locator("[data-row]").click();
      await officer.getByText("ขั้นตอนต่อไป").waitFor();
    },
    step,
    stepWith: async (name, confirm, fill) => {
      await officer.locator("summary", { hasText: name }).click();
      await fill();
      await step(confirm);
    },
  };
}

/** Takes a pack into the town as a draft, gives its first question another label, and puts it in use. */
export async function openChangedPack(
  admin: Page,
  origin: string,
  name: string,
  asked: string,
): Promise<void> {
  await admin.goto(`${origin}/console/packs`);
  const card = admin.locator(".pack-card", { hasText: name });
  await card.getByRole("link", { name: "ดูก่อนนำเข้า" }).click();
  await press(admin, "นำเข้าเป็นฉบับร่าง");
  await admin.getByText("นำเข้าเป็นฉบับร่างแล้ว").waitFor();
  await admin.getByRole("link", { name: "แบบฟอร์ม", exact: true }).click();
  const edits = admin.getByRole("link", { name: /^แก้ไข / });
  await edits.first().click();
  await admin.getByLabel("คำถาม", { exact: true }).fill(asked);
  await press(admin, "บันทึกคำถาม");
  await admin.getByRole("link", { name: "ตรวจและเปิดใช้" }).click();
  await press(admin, "เปิดใช้ฉบับนี้");
  await admin.getByText("เปิดใช้ฉบับที่ 1 แล้ว").waitFor();
}

/** What the executive's figures say of a service; null: nothing moved in it yet. */
export interface ServiceFigures {
  readonly filed: string;
  readonly completed: string;
  readonly open: string;
  /** Of what was ended, how much its citizens opened again. */
  readonly reopened: string;
}

/** Opens the figures anew and reads a service's row. */
export async function figuresOf(
  executive: Page,
  origin: string,
  service: string,
): Promise<ServiceFigures | null> {
  await executive.goto(`${origin}/console/figures`);
  await executive.getByRole("heading", { name: "ภาพรวมคำร้อง" }).waitFor();
  const table = executive.locator("table", { has: executive.getByText("แยกตามบริการ", { exact: true }) });
  const row = table.locator("tbody tr", { hasText: service });
  if ((await row.count()) === 0) return null;
  const under = (title: string) => row.locator(`td[data-title="${title}"]`).innerText();
  return {
    filed: await under("ยื่น"),
    completed: await under("เสร็จ"),
    open: await under("ค้าง"),
    reopened: await under("เปิดใหม่"),
  };
}
