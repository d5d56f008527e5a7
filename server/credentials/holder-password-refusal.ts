import type { PasswordRefusal } from "../kernel/password.ts";
import type { SeatWaitRefusal } from "./seat-throttle.ts";

/** Why somebody's own new password was not taken. */
export type ChangeHolderPasswordRefusal =
  | SeatWaitRefusal
  | PasswordRefusal
  | { readonly kind: "password_wrong"; readonly left: number }
  /** The old one over again. */
  | { readonly kind: "password_same" }
  /** The second time something else was typed. */
  | { readonly kind: "password_again" }
  /** Their time in the seat is over, or the password was set anew meanwhile. */
  | { readonly kind: "seat_missing" };
