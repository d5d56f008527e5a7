import type { Wording } from "../forms/field.ts";
import type { Form } from "../forms/form.ts";
import type { AssuranceLevel } from "../identity/assurance.ts";
import type { Promised } from "./deadline.ts";
import type { WatchRules } from "./deadline-watch.ts";
import type { DocumentTemplate } from "./document-template.ts";

/** The format of a definition; another one is read by other code. */
export const definitionFormat = 1;

/**
 * How a service ends: a `decision` is granted or refused (a licence, money), a `deed` is done (a repair) and can be
 * tested by the citizen (N10).
 */
export const serviceEnds = ["decision", "deed"] as const;
export type ServiceEnd = (typeof serviceEnds)[number];

/** What a service costs; neither amount nor words: it is free. */
export interface Fee {
  readonly satang: number | null;
  readonly words: Wording | null;
}

/** What one version of a service is and asks: everything a town may set, as data (E3.1, E5.6). */
export interface ServiceDefinition {
  readonly format: typeof definitionFormat;
  readonly name: Wording;
  /** One or two sentences: what it is. */
  readonly summary: Wording;
  /** Who it is for; null: everybody. */
  readonly audience: Wording | null;
  /** What is to be at hand. */
  readonly documents: readonly Wording[];
  readonly fee: Fee;
  readonly law: readonly Wording[];
  readonly form: Form;
  readonly ends: ServiceEnd;
  /** Null: no day is promised. */
  readonly promised: Promised | null;
  readonly watch: WatchRules;
  /** The rung of assurance that sending needs (N6). */
  readonly assurance: AssuranceLevel;
  /** For how many days a closure can be tested (N10); 0: not at all. */
  readonly testDays: number;
  /** True: what concerns a place may be listed openly (Open311), by its first map point, without any person. */
  readonly isPlaceBased: boolean;
  /**
   * True: the place is often somebody's house (who complains lives beside it), so it is listed on a grid of about a
   * kilometre. Left out: it is a street, a lamp, a pipe.
   */
  readonly isAboutHomes?: boolean;
  /** True: changes are told by SMS too, where the person allows it. */
  readonly tellsBySms: boolean;
  /** True: what it ends with is decided on a page of its own, where it takes effect; the desk offers no end. */
  readonly isDecidedApart?: boolean;
  readonly templates: readonly DocumentTemplate[];
}
