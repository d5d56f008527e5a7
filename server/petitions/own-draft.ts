import type { Wording } from "../forms/field.ts";
import type { Town } from "./catalogue.ts";

/** A draft that can be gone on with. */
export interface OwnDraft {
  readonly id: string;
  readonly savedAt: Date;
  readonly service: Wording;
  readonly town: Town;
}
