import type { LineUser } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";

/**
 * Two digits that phone and computer show while the phone waits to be known: of this activation and this phone, so that
 * two phones that opened one QR show different ones. They prove nothing by themselves; a person compares them.
 */
export function phoneMark({ keys }: Pick<Ports, "keys">, activationId: string, phone: LineUser): string {
  const { channel, lineUserId } = phone;
  const [first = 0, second = 0] = keys.seatLink(`phone-mark:${activationId}:${channel}/${lineUserId}`);
  return String((first * 256 + second) % 100).padStart(2, "0");
}
