import type { FieldType } from "../../forms/field.ts";
import type { UnnamedLabels } from "../../petitions/definition-faults.ts";
import { builderTh } from "./builder-th.ts";

/** Types whose name says how to answer and not what is asked: a question that is still called so was never named. */
const nameless = [
  "text",
  "long_text",
  "number",
  "choice",
  "choices",
  "yes_no",
  "files",
  "photo",
  "group",
  "heading",
  "help",
  "declaration",
] as const satisfies readonly FieldType[];

/** What the cards of the builder call a question before anybody named it, in the language every form has. */
export const unnamedLabels: UnnamedLabels = Object.fromEntries(
  nameless.map((type) => [type, builderTh.types[type].name]),
);
