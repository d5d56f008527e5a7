import { encodeBase64url } from "../../kernel/base64url.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";

/** How long a form for a colleague's lost phone may stay open before it is signed. */
const goodMinutes = 60;
const minuteMs = 60_000;
const shape = /^(\d{1,12})\.([A-Za-z0-9_-]+)$/;

type Minter = Pick<Ports, "clock" | "keys">;

/** What a report is signed with: of this phone and this hour, and kept nowhere. */
export function lossNonce(ports: Minter, phone: LineUser): string {
  const minute = String(Math.floor(ports.clock.now().getTime() / minuteMs));
  return `${minute}.${encodeBase64url(macOf(ports, phone, minute))}`;
}

/** True for a nonce that was given to this phone within the hour. */
export function isLossNonce(ports: Minter, phone: LineUser, nonce: string): boolean {
  const [, minute = "", mac = ""] = shape.exec(nonce) ?? [];
  if (minute === "") return false;
  const age = Math.floor(ports.clock.now().getTime() / minuteMs) - Number(minute);
  return (
    age >= 0 && age <= goodMinutes && sameBytes(Buffer.from(mac, "base64url"), macOf(ports, phone, minute))
  );
}

function macOf({ keys }: Minter, { channel, lineUserId }: LineUser, minute: string): Uint8Array {
  return keys.seatLink(`report-loss:${channel}/${lineUserId}:${minute}`);
}
