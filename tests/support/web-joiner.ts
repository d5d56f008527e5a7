import { and, desc, eq, isNull } from "drizzle-orm";
import { citizenLink, otp } from "../../db/schema/index.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";
import type { TestBrowser } from "./app.ts";
import { cookieGiven } from "./app.ts";
import { somebody, type Typist } from "./people.ts";
import type { TestWorld } from "./ports.ts";
import { otpDigits } from "../../server/identity/otp.ts";
import { citizenLinkPath, type CitizenLinkPurpose } from "../../server/identity/citizen-link.ts";
import { termsVersions } from "../../server/identity/terms.ts";
import { mailLinkToken } from "../../server/kernel/mail-link.ts";

/** Somebody who joins e-Service without LINE, as they would type themselves. */
export interface Joiner extends Typist {
  readonly prefix: string;
  readonly email: string;
  readonly password: string;
}

let made = 0;

/** Somebody new with an e-mail and a password of their own. */
export function joiner(more: Partial<Joiner> = {}): Joiner {
  made += 1;
  const own = { prefix: "นาง", email: `joiner${made}@example.com`, password: "แม่น้ำสามสายไหลช้า 42" };
  return { ...somebody(), ...own, ...more };
}

/** An address in Bangkok that the gazetteer knows. */
export async function realAddress({ ports }: TestWorld): Promise<Record<string, string>> {
  const { gazetteer } = ports;
  const [district] = await gazetteer.districts("10");
  const [area] = await gazetteer.subdistricts(district?.code ?? "");
  return {
    "address.line": "99 หมู่ 1",
    "address.province": "10",
    "address.district": district?.code ?? "",
    "address.subdistrict": area?.code ?? "",
    "address.postcode": area?.postcodes[0] ?? "10200",
  };
}

/** Everything the form "ลงทะเบียน" sends. */
export async function joinFields(world: TestWorld, who: Joiner): Promise<Record<string, string>> {
  const { citizenId, prefix, firstName, lastName, birth, phone, email, password } = who;
  return {
    ...{ citizenId, prefix, firstName, lastName, phone, email, password, again: password },
    ...{ birthDay: birth.day, birthMonth: birth.month, birthYear: birth.year },
    ...(await realAddress(world)),
  };
}

type Open = (cookie?: string) => TestBrowser;
export const citizenCookieName = "__Host-citizen";

/** Accepts the terms; the cookie of the way in. */
export async function acceptTerms(open: Open): Promise<string> {
  const response = await open().post("/liff/join/terms", {
    version: termsVersions[0].version,
    accepted: "yes",
  });
  return cookieGiven(response, citizenCookieName);
}

const tester: SystemActor = { kind: "system", job: "test" };

/** The digits of the OTP that was asked for last and waits. */
export async function newestOtp({ ports }: Pick<TestWorld, "ports">): Promise<string> {
  const [row] = await ports.db.as(tester, (tx) =>
    tx.select({ id: otp.id }).from(otp).where(isNull(otp.usedAt)).orderBy(desc(otp.createdAt)).limit(1),
  );
  return otpDigits(ports.keys.otp, row?.id ?? "");
}

/** Terms, form and OTP; the answer to the OTP and the cookie it gives. */
export async function join(world: TestWorld, open: Open, who: Joiner) {
  const before = await acceptTerms(open);
  const sent = await open(before).post("/liff/join/form", await joinFields(world, who));
  const answer = await open(before).post("/liff/join/otp", { otp: await newestOtp(world) });
  return { before, sent, answer, cookie: cookieGiven(answer, citizenCookieName) };
}

/** The path of the newest link of one kind that was mailed to anybody and waits. */
export async function newestLink({ ports }: TestWorld, purpose: CitizenLinkPurpose): Promise<string> {
  const [row] = await ports.db.as(tester, (tx) =>
    tx
      .select({ id: citizenLink.id })
      .from(citizenLink)
      .where(and(eq(citizenLink.purpose, purpose), isNull(citizenLink.usedAt)))
      .orderBy(desc(citizenLink.madeAt))
      .limit(1),
  );
  return citizenLinkPath(purpose, mailLinkToken(ports.keys.citizenLink, row?.id ?? ""));
}

/** Opens the newest link that proves an e-mail, and presses its button. */
export async function proveNewestEmail(world: TestWorld, open: Open): Promise<Response> {
  return open().post(await newestLink(world, "prove_email"));
}
