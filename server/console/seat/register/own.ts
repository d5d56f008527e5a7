import {
  seeOwnRegistration,
  type OwnRegistration,
} from "../../../credentials/actions/see-own-registration.ts";
import type { SeatSession } from "../../../credentials/seat-session.ts";
import type { RegistrationState } from "../../../credentials/token-registration.ts";
import type { AppContext } from "../../../http/env.ts";
import { pageContext } from "../../../http/send-page.ts";
import type { PageContext } from "../../../http/page/context.ts";
import { enteredSeatOf, seatSignInPath } from "../gates.ts";
import { registrationPage } from "./place.ts";

/** What every page of the registration is made from. */
export interface OwnPage {
  readonly page: PageContext;
  readonly seat: SeatSession;
  readonly own: OwnRegistration;
  readonly state: RegistrationState;
}

/** One's own registration; null: the time in the seat ended with this very request. */
export async function ownPage(c: AppContext): Promise<OwnPage | null> {
  const seat = enteredSeatOf(c);
  const own = await seeOwnRegistration(c.var.ports, { kind: "gate" }, seat.holdingId);
  return own && { page: pageContext(c), seat, own, state: own.state };
}

/** The page when the registration stands at one of these; else the way to where it stands. */
export async function ownPageAt(
  c: AppContext,
  states: readonly RegistrationState[],
): Promise<OwnPage | Response> {
  const shown = await ownPage(c);
  if (!shown) return c.redirect(seatSignInPath, 303);
  return states.includes(shown.own.state) ? shown : c.redirect(registrationPage(shown.own.state), 303);
}
