import type { Shape } from "../shape.ts";
import { cardSignInEn } from "./card-en.ts";
import { secondStepResetEn } from "./reset-en.ts";
import { softTokenDemandEn } from "./demand-en.ts";
import { staffAccountEn } from "./account-en.ts";
import { accessEn } from "./access-en.ts";
import { peopleEn } from "./people-en.ts";
import { officersEn } from "./officers-en.ts";
import { staffSignInEn } from "./sign-in-en.ts";
import type { agenciesTh } from "./th.ts";

/** Accounts of staff: coming in, asking for access, granting it (F1), in English. */
export const agenciesEn: Shape<typeof agenciesTh> = {
  account: staffAccountEn,
  demand: softTokenDemandEn,
  card: cardSignInEn,
  reset: secondStepResetEn,
  signIn: staffSignInEn,
  people: peopleEn,
  officers: officersEn,
  access: accessEn,
};
