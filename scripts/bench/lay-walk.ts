import { createHash, randomBytes } from "node:crypto";
import { insertSession } from "../../server/http/session-store.ts";
import { answerConsent } from "../../server/identity/actions/answer-consent.ts";
import { choosePin } from "../../server/identity/actions/choose-pin.ts";
import { giveCard } from "../../server/identity/actions/give-card.ts";
import { giveName } from "../../server/identity/actions/give-name.ts";
import { giveNumber } from "../../server/identity/actions/give-number.ts";
import { givePhone } from "../../server/identity/actions/give-phone.ts";
import { repeatPin } from "../../server/identity/actions/repeat-pin.ts";
import { sendRegistrationOtp } from "../../server/identity/actions/send-registration-otp.ts";
import { consentVersions } from "../../server/identity/consent-versions.ts";
import type { Visitor } from "../../server/kernel/actor.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { Refusal, Result } from "../../server/kernel/result.ts";
import type { BenchWorld } from "./world.ts";

/** A LINE user who has answered every question of registering and waits for the OTP; answers the session's cookie. */
export async function layWalk({ ports: wired, channel }: BenchWorld): Promise<string> {
  // The gateway takes every message: what is measured is the pages.
  const sms = { available: true, send: () => Promise.resolve({ kind: "sent" as const }) };
  const ports = { ...wired, sms };
  const cookie = randomBytes(32).toString("base64url");
  const visitor: Visitor = { kind: "visitor", channel, lineUserId: `U${randomBytes(16).toString("hex")}` };
  await ports.db.as({ kind: "gate" }, (tx) =>
    insertSession(tx, {
      channel,
      lineUserId: visitor.lineUserId,
      id: ports.random.uuid(),
      tokenHash: createHash("sha256").update(cookie).digest(),
      via: "liff",
      device: "bench",
      language: "th",
      now: ports.clock.now(),
    }),
  );
  const { version } = consentVersions[0];
  const birth = { day: "5", month: "3", year: "2498" };
  const steps: (() => Promise<Result<unknown, Refusal>>)[] = [
    () => answerConsent(ports, visitor, { version, answer: "given", language: "th", via: "liff" }),
    () => giveNumber(ports, visitor, completeCitizenId("170000000009")),
    () => giveName(ports, visitor, { firstName: "มานี", lastName: "รักเรียน" }),
    () => giveCard(ports, visitor, { ...birth, laserCode: "JT0123456789" }),
    () => choosePin(ports, visitor, "493817"),
    () => repeatPin(ports, visitor, "493817"),
    () => givePhone(ports, visitor, "0812345678"),
    () => sendRegistrationOtp(ports, visitor, "203.0.113.1"),
  ];
  for (const [number, step] of steps.entries()) {
    const result = await step();
    if (!result.ok) throw new Error(`step ${number} was refused: ${JSON.stringify(result.refusal)}`);
  }
  return cookie;
}
