import type { LineUser } from "../../kernel/actor.ts";
import { countUp } from "../../identity/store/limit.ts";
import type { Limit } from "../../identity/limit.ts";
import type { Ports, Tx } from "../../ports.ts";
import { staffLineCodeMessage } from "../staff-line-code.ts";
import { linkStaffLine } from "../store/staff-line.ts";

/** Codes one LINE user tries in an hour, right or wrong: they are read off a screen, not guessed. */
const tries: Limit = { name: "staff_line_code", most: 5, seconds: 3600 };

/** Links a LINE user to the account whose code they typed; false: no good code, or too many were tried. */
export async function linkTypedCode(
  ports: Pick<Ports, "clock" | "keys">,
  tx: Tx,
  user: LineUser,
  code: string,
): Promise<boolean> {
  const now = ports.clock.now();
  if ((await countUp(tx, tries, `${user.channel}/${user.lineUserId}`, now)) > tries.most) return false;
  return linkStaffLine(tx, user, ports.keys.staffLink(staffLineCodeMessage(code)), now);
}
