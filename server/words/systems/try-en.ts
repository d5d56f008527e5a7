import type { Shape } from "../shape.ts";
import type { trySystemsTh } from "./try-th.ts";

/** The page on which the API is tried, in English. */
export const trySystemsEn: Shape<typeof trySystemsTh> = {
  title: "Try the API",
  lead: "What is sent from this page is real: codes are issued and looks are written.",
  noScript: "This page needs JavaScript. All of the description stands in openapi.json",
  operation: "Operation",
  key: "API key",
  keyHint: "Paste the key you kept; this page does not keep it",
  fields: "What is sent",
  needed: "needed",
  body: "Body (JSON)",
  noFields: "This operation takes nothing",
  send: "Send",
  request: "Request",
  curl: "With curl",
  curlHint: "Put the key into the variable PRATU_KEY first",
  response: "Answer",
  waiting: "Waiting for the answer",
  failed: "Not reached; there is no answer",
  took: "took",
  scope: "Scope needed",
};
