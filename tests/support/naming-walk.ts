import type { Page } from "playwright-core";
import { bangkokDay, toBuddhistYear } from "../../server/kernel/thai-date.ts";

/** Somebody whom an agency's head names to a seat, as the wizard asks for them. */
export type NamedPerson = Readonly<
  Record<"citizenId" | "firstName" | "lastName" | "position" | "email", string>
>;

/** Today, in the three parts of a field. */
export async function fillToday(page: Page, name: string): Promise<void> {
  const [year = "", month = "", day = ""] = bangkokDay(new Date()).split("-");
  await page.selectOption(`#${name}Day`, String(Number(day)));
  await page.selectOption(`#${name}Month`, String(Number(month)));
  await page.fill(`#${name}Year`, String(toBuddhistYear(Number(year))));
}

/** On to the wizard's next page. */
export const goOn = (page: Page) => page.getByRole("button", { name: "ต่อไป" }).last().click();

/** The wizard as far as the person's page is sent. */
export async function choosePerson(
  page: Page,
  origin: string,
  code: string,
  who: NamedPerson,
): Promise<void> {
  await page.goto(`${origin}/console/seats/name`);
  await page.getByLabel(new RegExp(code)).check();
  await goOn(page);
  for (const [field, text] of Object.entries(who)) await page.fill(`#${field}`, text);
  await goOn(page);
}

/** Names somebody from today on, by a new order of that number, and leaves on the page that says so. */
export async function nameToSeat(
  page: Page,
  origin: string,
  named: { readonly code: string; readonly who: NamedPerson; readonly order: string },
): Promise<void> {
  await choosePerson(page, origin, named.code, named.who);
  await fillToday(page, "starts");
  await fillToday(page, "dated");
  await page.fill("#number", named.order);
  await goOn(page);
  await page.getByRole("button", { name: "แต่งตั้ง", exact: true }).click();
  await page.getByText("ส่งลิงก์ตั้งรหัสผ่านไปที่อีเมล").waitFor();
}
