import { staffSignInTh } from "./sign-in-th.ts";

/** Accounts of staff: coming in, asking for access, granting it (F1), in Thai. */
export const agenciesTh = {
  signIn: staffSignInTh,
};
