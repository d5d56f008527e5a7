import type { Shape } from "../shape.ts";
import { staffSignInEn } from "./sign-in-en.ts";
import type { agenciesTh } from "./th.ts";

/** Accounts of staff: coming in, asking for access, granting it (F1), in English. */
export const agenciesEn: Shape<typeof agenciesTh> = {
  signIn: staffSignInEn,
};
