import type { Choice, ToldThing } from "./ways.ts";

/** By which channels a person wants to be told of each thing. */
export type Choices = Readonly<Record<ToldThing, Choice>>;
