import { beginProofByApp } from "../../server/credentials/actions/begin-proof-way.ts";
import { confirmEmailCode } from "../../server/credentials/actions/confirm-email-code.ts";
import { giveIdentity } from "../../server/credentials/actions/give-identity.ts";
import { returnFromApp } from "../../server/credentials/actions/return-from-app.ts";
import { saveRegistrationData } from "../../server/credentials/actions/save-registration-data.ts";
import { sendEmailCode } from "../../server/credentials/actions/send-email-code.ts";
import { sendRegistration } from "../../server/credentials/actions/send-registration.ts";
import { seeOwnProof } from "../../server/credentials/actions/show-proof.ts";
import { hashHolderPassword } from "../../server/credentials/desk/holder-password.ts";
import { lockHolding, saveHolding, type KeptHolding } from "../../server/credentials/store/holding.ts";
import { findRegistration, type KeptRegistration } from "../../server/credentials/store/registration.ts";
import { otpDigits } from "../../server/identity/otp.ts";
import { readPassword } from "../../server/kernel/password.ts";
import type { Ports } from "../../server/ports.ts";
import { cookieGiven, type TestBrowser } from "./app.ts";
import { drawnPng } from "./drawn-picture.ts";
import { granted } from "./people.ts";
import type { TestProofing } from "./proofing.ts";

const gate = { kind: "gate" } as const;

export const letterPasswordOfTest = "k7mp-4rtx-9wde";

/** Gives somebody in a seat a password, as the sealed letter does, or as one of their own. */
export async function withPassword(
  ports: Ports,
  holdingId: string,
  more: { readonly password?: string; readonly isOwn?: boolean } = {},
): Promise<void> {
  const password = readPassword(more.password ?? letterPasswordOfTest);
  if (password === null) throw new Error("no password can look like this");
  const passwordHash = await hashHolderPassword(ports, holdingId, password);
  await ports.db.as(gate, async (tx) => {
    const holding = await lockHolding(ports, tx, holdingId);
    if (!holding) throw new Error("nobody is there");
    const mustChangePassword = !more.isOwn;
    await saveHolding(ports, tx, holding, {
      passwordHash,
      passwordSetAt: ports.clock.now(),
      mustChangePassword,
    });
  });
}

/** Signs in with code and password; answers the cookie of the half session, empty where it was refused. */
export async function atComputer(
  open: (cookie?: string) => TestBrowser,
  { userCode, part }: Pick<KeptHolding, "userCode" | "part">,
  password = letterPasswordOfTest,
): Promise<string> {
  const answer = await open().post("/seat/sign-in", { userCode, part, password });
  return cookieGiven(answer, "__Host-seat");
}

/** The registration as it stands now. */
export async function registrationOf(ports: Ports, holdingId: string): Promise<KeptRegistration> {
  const kept = await ports.db.as(gate, (tx) => findRegistration(ports, tx, holdingId));
  if (!kept) throw new Error("nobody began to register");
  return kept;
}

/** A whole address of Bangkok, as it is typed. */
export const typedAddress = {
  line: "99/1 ถนนพระราม 6",
  province: "10",
  district: "1014",
  subdistrict: "101404",
  postcode: "10400",
};

/** Step 1, with a picture of an order. */
export async function identified(ports: Ports, { id, facts }: KeptHolding): Promise<void> {
  const files = [{ name: "คำสั่ง.png", bytes: drawnPng(40, 40) }];
  const input = { holdingId: id, citizenId: facts.citizenId, consented: true, files };
  await granted(giveIdentity(ports, gate, input));
}

/** A way through the app from the computer's QR and back; answers how it ended. */
export async function proofBy(ports: Ports, holdingId: string, said: { code?: string; error?: string }) {
  const { token } = await seeOwnProof(ports, gate, holdingId);
  const redirectUri = "http://localhost/seat/prove/return";
  const way = { token: token ?? "", proofer: "paotang", redirectUri } as const;
  const { url } = await granted(beginProofByApp(ports, gate, way));
  const state = new URL(url).searchParams.get("state") ?? "";
  const input = { state, code: said.code ?? null, error: said.error ?? null, redirectUri };
  return granted(returnFromApp(ports, gate, input));
}

/** Steps 1 and 2, as the person who was named. */
export async function proven(ports: Ports, app: TestProofing, holding: KeptHolding): Promise<void> {
  await identified(ports, holding);
  const { citizenId, firstName, lastName } = holding.facts;
  app.person = { pid: citizenId, name: `${firstName} ${lastName}` };
  await proofBy(ports, holding.id, { code: "code" });
}

/** The six digits that were mailed last. */
export async function codeMailed(ports: Ports, holdingId: string): Promise<string> {
  const { emailCodeId } = await registrationOf(ports, holdingId);
  return emailCodeId === null ? "" : otpDigits(ports.keys.otp, emailCodeId);
}

/** Steps 1 to 3, sent to the central office. */
export async function sent(
  ports: Ports,
  app: TestProofing,
  holding: KeptHolding,
  email = holding.facts.email ?? "",
): Promise<void> {
  await proven(ports, app, holding);
  const holdingId = holding.id;
  const typed = { ...typedAddress, email, mobile: "0812345678" };
  await granted(saveRegistrationData(ports, gate, { holdingId, typed }));
  await granted(sendEmailCode(ports, gate, holdingId));
  const code = await codeMailed(ports, holdingId);
  await granted(confirmEmailCode(ports, gate, { holdingId, code }));
  await granted(sendRegistration(ports, gate, holdingId));
}
