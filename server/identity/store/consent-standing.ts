import type { Tx } from "../../ports.ts";
import { latestConsent } from "../consent.ts";
import { listConsents } from "./consent.ts";

/**
 * True unless the person's last answer took the consent back or refused it: then no code is issued for them and none
 * may be asked. Somebody who never was asked (a companion without an account) stands in nobody's way. The same rule as
 * consent_taken_back in db/sql/54-issue-code.sql.
 */
export async function consentInForce(tx: Tx, personId: string): Promise<boolean> {
  const last = latestConsent(await listConsents(tx, personId));
  return last === null || last.answer === "given";
}
