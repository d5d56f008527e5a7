import type { Shape } from "../shape.ts";
import type { staffLineTh } from "./staff-line-th.ts";

/** The same in English. */
export const staffLineEn: Shape<typeof staffLineTh> = {
  menu: "My LINE",
  title: "Be told of petitions in LINE",
  lead: "When somebody gives you a petition, a card in LINE tells its number and service, nothing of the citizen. Its buttons lead to the console, where you sign in with your second step. Type “my work” in the chat to see what you have",
  linked: (when) => `LINE linked ${when}`,
  notLinked: "No LINE is linked yet",
  make: "Make a code to link LINE",
  again: "Link another LINE",
  end: "End the link",
  ended: "The link is ended",
  codeTitle: "Type this in the chat of the agency's LINE account",
  codeLead: (time) => `Works once, until ${time}. Give it to nobody. It is shown on this page only`,
};
