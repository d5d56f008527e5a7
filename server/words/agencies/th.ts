import { cardSignInTh } from "./card-th.ts";
import { secondStepResetTh } from "./reset-th.ts";
import { softTokenDemandTh } from "./demand-th.ts";
import { staffAccountTh } from "./account-th.ts";
import { accessTh } from "./access-th.ts";
import { peopleTh } from "./people-th.ts";
import { officersTh } from "./officers-th.ts";
import { staffSignInTh } from "./sign-in-th.ts";

/** Accounts of staff: coming in, asking for access, granting it (F1), in Thai. */
export const agenciesTh = {
  account: staffAccountTh,
  demand: softTokenDemandTh,
  card: cardSignInTh,
  reset: secondStepResetTh,
  signIn: staffSignInTh,
  people: peopleTh,
  officers: officersTh,
  access: accessTh,
};
