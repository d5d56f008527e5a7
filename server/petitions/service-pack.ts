import type { Wording } from "../forms/field.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** The format of a pack; another one is read by other code. */
export const packFormat = 1;

/** An example of answers that travels with a service: what must be accepted, or refused and at which paths. */
export interface PackExample {
  readonly title: Wording;
  /** As a page sends them; ids of files may be any. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Empty: they are accepted. Else the paths at which they are wrong, in the form's order. */
  readonly wrong: readonly string[];
  /** The day it was made for, where a form asks for days before or after today; left out: it holds on any day. */
  readonly day?: BangkokDay;
}

/** A service that towns can share (N18): what it is and asks, where it stands, and the tests it passes. */
export interface ServicePack {
  readonly format: typeof packFormat;
  /** What the service is called in addresses; an agency that has it already gives it another one. */
  readonly slug: string;
  /** The category ("หมวด") it stands in; made where an agency has none of that Thai name. */
  readonly category: Wording;
  /** The unit that usually works on it ("กองช่าง"); null: no usual one. */
  readonly unit: Wording | null;
  /** What whoever takes it in has to look at before publishing: days and fees that are examples. */
  readonly notes: Wording;
  readonly definition: ServiceDefinition;
  readonly examples: readonly PackExample[];
}
