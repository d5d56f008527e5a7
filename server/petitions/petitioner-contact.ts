import type { Phone } from "../kernel/phone.ts";

/** How whoever filed a petition is addressed and reached; null: they did not tell. */
export interface PetitionerContact {
  readonly prefix: string | null;
  readonly email: string | null;
  readonly phone: Phone | null;
}
