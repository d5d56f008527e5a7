import type { Desk } from "./agent.ts";
import type { CardPinState } from "../../server/agencies/card-sign-in.ts";
import { cards } from "./cards.ts";
import type { CardSigning } from "./signing.ts";

const pinStates: Readonly<Record<CardPinState, string>> = {
  ready: "ใช้ได้",
  none: "ยังไม่เคยขอ PIN",
  reset_needed: "ผิด 3 ครั้งติดต่อกัน ต้องขอ PIN ใหม่",
  card_needed: "ผิด 5 ครั้งติดต่อกัน ต้องทำบัตรใหม่",
};

/** The PIN of the card that is in: what it is, how it stands, and what a registration office does about it. */
function pinSection(desk: Desk, signing: CardSigning | null): string {
  const card = desk.card === null ? undefined : cards[desk.card];
  if (!card || !signing) return "";
  const { wrong, state } = signing.stateOf(card);
  const office = (value: string, label: string) => `<button name="office" value="${value}">${label}</button>`;
  return `<form method="post" action="/desk"><h2 style="width:100%">PIN ของบัตรนี้</h2>
<p style="width:100%;margin:0">PIN ${card.pin ?? "ไม่มี"} · ผิดติดต่อกัน ${wrong} ครั้ง · ${pinStates[state]}</p>
${office("pin", "สำนักทะเบียน: ขอ PIN ใหม่")}${office("card", "สำนักทะเบียน: ทำบัตรใหม่")}
<p style="width:100%;margin:0"><a href="/authority.pem">ใบรับรองผู้ออกบัตรจำลอง (CARD_SIGN_CA)</a></p></form>`;
}

/** A plain page to put cards in and out, and to make trouble. */
export function controlPage(desk: Desk, signing: CardSigning | null): string {
  const button = (name: string, value: string, label: string, on: boolean) =>
    `<button name="${name}" value="${value}"${on ? " aria-pressed=true" : ""}>${label}</button>`;
  const cardButtons = cards.map((card, at) =>
    button("card", String(at), `${card.fname} ${card.lname} · ${card.pid}`, desk.card === at),
  );
  const readers = [0, 1, 2].map((count) =>
    button("readers", String(count), `${count} เครื่อง`, desk.readers === count),
  );
  return `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>เครื่องอ่านบัตรจำลอง</title>
<style>
body{margin:0 auto;max-width:40rem;padding:24px;font:17px/1.6 "Noto Sans Thai",Sarabun,sans-serif;background:#fbf6ea;color:#1d1b16}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:24px 0 8px}form{display:flex;flex-wrap:wrap;gap:8px}
button{min-height:44px;padding:6px 16px;border:2px solid #85795f;border-radius:12px;background:#fff;font:inherit;cursor:pointer}
button[aria-pressed]{border-color:#0f5c5c;background:#e2efec;font-weight:600}
</style>
<h1>เครื่องอ่านบัตรจำลอง</h1>
<p>แทนโปรแกรมอ่านบัตรบนเครื่องของเคาน์เตอร์ บุคคลทั้งหมดเป็นข้อมูลสมมติ</p>
<form method="post" action="/desk"><h2 style="width:100%">บัตรในเครื่องอ่าน</h2>${cardButtons.join("")}
${button("card", "", "ดึงบัตรออก", desk.card === null)}</form>
${pinSection(desk, signing)}
<form method="post" action="/desk"><h2 style="width:100%">จำนวนเครื่องอ่าน</h2>${readers.join("")}</form>
<form method="post" action="/desk"><h2 style="width:100%">โปรแกรมอ่านบัตร</h2>
${button("stopped", "0", "ทำงาน", !desk.stopped)}${button("stopped", "1", "หยุด (Stop Service)", desk.stopped)}</form>
<form method="post" action="/desk"><h2 style="width:100%">ระหว่างอ่าน</h2>
${button("pullsOut", "0", "ปกติ", !desk.pullsOut)}${button("pullsOut", "1", "บัตรถูกดึงออกกลางคัน", desk.pullsOut)}</form></html>`;
}
