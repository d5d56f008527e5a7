import type { AppContext } from "./env.ts";
import type { SignInLimit } from "./session-store.ts";
import { isWithin } from "./sign-in-limit.ts";

/** Numbers one account turns into people in an hour: more than a counter serves, and far less than who tries them out. */
const perStaff: SignInLimit = { name: "staff_numbers", most: 200, seconds: 3600 };

/** Counts a citizen id that is about to be looked up; false past the limit of that member of staff. */
export function mayLookUpNumber(c: AppContext, staffId: string): Promise<boolean> {
  return isWithin(c, perStaff, staffId);
}
