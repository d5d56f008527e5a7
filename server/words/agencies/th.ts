import { staffAccountTh } from "./account-th.ts";
import { accessTh } from "./access-th.ts";
import { peopleTh } from "./people-th.ts";
import { staffSignInTh } from "./sign-in-th.ts";

/** Accounts of staff: coming in, asking for access, granting it (F1), in Thai. */
export const agenciesTh = {
  account: staffAccountTh,
  signIn: staffSignInTh,
  people: peopleTh,
  access: accessTh,
};
