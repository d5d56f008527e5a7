import { completeCitizenId, formatCitizenId } from "../../../server/kernel/citizen-id.ts";
import type { Phone } from "./state.ts";

/** What stands on a made-up person's ID card, as the phone's holder would copy it. */
export interface Card {
  readonly citizenId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly laserCode: string;
}

const people = [
  ["มาลี", "ใจงาม", "12 มีนาคม 2505"],
  ["สมชาย", "แสงประทีป", "5 มกราคม 2521"],
  ["อารีย์", "บุญนำทาง", "30 กันยายน 2538"],
  ["ประเสริฐ", "ทุ่งทอง", "17 มิถุนายน 2490"],
  ["วันเพ็ญ", "ศรีเรือน", "9 พฤศจิกายน 2513"],
  ["ก้องภพ", "ฟ้ากว้าง", "24 ธันวาคม 2546"],
  ["นิดา", "ริมน้ำ", "2 กุมภาพันธ์ 2530"],
  ["สาย", "ชานเรือน", "1 เมษายน 2479"],
] as const;

/** The synthetic card of a phone's holder: numbers of an office that does not exist, with a right checksum. */
export function cardOf(phone: Pick<Phone, "number">): Card {
  const [firstName, lastName, birthDate] = people[(phone.number - 1) % people.length] ?? people[0];
  const serial = String(phone.number).padStart(2, "0");
  return {
    citizenId: formatCitizenId(completeCitizenId(`1999900000${serial}`)),
    firstName,
    lastName,
    birthDate,
    laserCode: `JT9-00000${serial}-41`,
  };
}
