import type { World } from "./world.ts";
import type { Phone } from "./state.ts";
import { newLineUserId } from "../platform/identifiers.ts";

const displayNames = ["มาลี", "สมชาย", "อารีย์", "ประเสริฐ", "วันเพ็ญ", "ก้องภพ", "นิดหน่อย", "ยายสาย"] as const;
const maximum = 20;

/** Made-up people's phones: the first is called phone1. Makes the phone when its host is opened for the first time. */
export function openPhone(world: World, name: string): Phone | null {
  const found = world.state.phones.find((phone) => phone.name === name);
  if (found) return found;
  const number = Number(/^phone([1-9]\d?)$/.exec(name)?.[1] ?? "0");
  if (number < 1 || number > maximum) return null;
  const phone: Phone = {
    name,
    number,
    userId: newLineUserId(),
    displayName: displayNames[number - 1] ?? `ผู้ใช้ ${number}`,
    mobile: `08100000${String(number).padStart(2, "0")}`,
    friendship: "stranger",
    richMenuId: null,
    chat: [],
  };
  world.state.phones.push(phone);
  world.changed();
  return phone;
}

/** The phone of that name; throws when nobody opened it. */
export function phoneNamed(world: World, name: string): Phone {
  const phone = openPhone(world, name);
  if (!phone) throw new Error(`there is no phone called ${name}: phone1 to phone${maximum} are`);
  return phone;
}

/** The phone whose user has this LINE id, or null. */
export function phoneOfUser(world: World, userId: string): Phone | null {
  return world.state.phones.find((phone) => phone.userId === userId) ?? null;
}
