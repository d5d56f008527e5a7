import type { Phone } from "../kernel/phone.ts";

/** How whoever filed a petition is addressed and reached; null: they did not tell. */
export interface PetitionerContact {
  readonly prefix: string | null;
  readonly email: string | null;
  /** The phone they proved, or told at the counter. */
  readonly phone: Phone | null;
  /** True: they have an account that is told what happens. */
  readonly isTold: boolean;
}
