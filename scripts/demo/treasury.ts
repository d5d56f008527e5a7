import { addTokenOffice } from "../../server/credentials/actions/add-token-office.ts";
import { issueSeats } from "../../server/credentials/actions/issue-seats.ts";
import { saveTokenHelp } from "../../server/credentials/store/token-help.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";

const actor: SystemActor = { kind: "system", job: "demo" };

/** The demo's central office of Soft Tokens. */
export const demoTreasury = {
  nameTh: "กองระบบการคลังภาครัฐ กรมบัญชีกลาง (จำลอง)",
  nameEn: "Public Finance Systems Division (simulated)",
} as const;

/** Opens the demo's central office of Soft Tokens. Run again, it changes nothing. */
export async function openDemoTreasury(ports: Ports): Promise<string> {
  const added = await addTokenOffice(ports, actor, demoTreasury);
  if (added.ok) return added.value.agencyId;
  if (added.refusal.kind === "name_taken") return added.refusal.agencyId;
  throw new Error(`the demo's treasury was refused: ${added.refusal.kind}`);
}

/** Whom the demo's holders ask: synthetic numbers and addresses. */
const demoHelp = {
  phone: "0 2000 0100",
  hours: "ในวันและเวลาราชการ 8.30–16.30 น.",
  lineId: "@pratu-demo",
  email: "help@treasury.example",
  chatUrl: "https://chat.treasury.example/",
} as const;

/** Gives the demo's central office its contacts. Run again, it gives them anew. */
export async function giveDemoHelp(ports: Ports, issuerId: string): Promise<void> {
  await ports.db.as(actor, (tx) =>
    saveTokenHelp(tx, { issuerId, savedBy: issuerId, savedAt: ports.clock.now() }, demoHelp),
  );
}

/** The user codes of the demo's town, as the rules of the Soft Token write an example. */
const townCodes = ["A75XXX000008001", "A75XXX000000101", "A75XXX000000201"] as const;

/** Issues the three seats of the demo's town; nobody is named to them. Run again, it changes nothing. */
export async function issueDemoSeats(ports: Ports, issuerId: string, agencyId: string): Promise<void> {
  const seats = townCodes.map((code) => ({ code, right: null }));
  const issued = await issueSeats(ports, actor, { issuerId, agencyId, seats });
  if (issued.ok || issued.refusal.kind === "codes_taken") return;
  throw new Error(`the demo's seats were refused: ${issued.refusal.kind}`);
}
