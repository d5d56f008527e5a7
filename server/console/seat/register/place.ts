import type { OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import type { RegistrationState } from "../../../credentials/token-registration.ts";

/** Where a registration goes on. */
const pages = {
  begun: "/seat/register",
  identified: "/seat/register/proof",
  proven: "/seat/register/data",
  refused: "/seat/register/refused",
  sent: "/seat/register/waiting",
  approved: "/seat",
  activated: "/seat",
} as const satisfies Record<RegistrationState, string>;

/** The page on which a registration goes on from where it stands. */
export function registrationPage(state: RegistrationState): string {
  return pages[state];
}

/**
 * Where whoever gave their password goes on: whoever is live on their phone (to make a key, or to sign with it), everybody
 * else with the registration. Null: there is nothing to do but to wait for the day the order counts from.
 */
export function nextAfterPassword({ holdingState, hasKey, state }: OwnRegistration): string | null {
  if (holdingState === "live") return hasKey ? "/seat/challenge" : "/seat/activate";
  return state === "approved" || state === "activated" ? null : registrationPage(state);
}

/** The pages of the steps that may be looked at and corrected again while a registration stands so, by step. */
export function stepPages(state: RegistrationState): Partial<Record<1 | 2 | 3, string>> {
  const [identity, proof, data] = ["/seat/register/identity", "/seat/register/proof", "/seat/register/data"];
  if (state === "identified") return { 1: identity, 2: proof };
  return state === "proven" || state === "refused" ? { 1: identity, 2: proof, 3: data } : {};
}
