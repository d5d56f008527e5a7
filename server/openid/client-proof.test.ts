import { expect, test } from "vitest";
import { assertionType } from "./client-assertion.ts";
import { readClientProof } from "./client-proof.ts";
import { readParameters, type Parameters } from "./parameters.ts";

function sent(fields: Record<string, string> = {}): Parameters {
  const read = readParameters(new URLSearchParams(fields).toString());
  if (!read) throw new Error("too long");
  return read;
}

const basic = (text: string) => `Basic ${btoa(text)}`;

test("id and secret of a Basic header are form-decoded", () => {
  expect(readClientProof(basic("a%2Db:s%3As+t"), sent())).toEqual({
    kind: "client_secret_basic",
    clientId: "a-b",
    secret: "s:s t",
  });
});

test("a client id alone is a public client", () => {
  expect(readClientProof(undefined, sent({ client_id: "app" }))).toEqual({ kind: "none", clientId: "app" });
});

test("an assertion names its client", () => {
  const assertion = `h.${btoa('{"sub":"app"}')}.s`;
  const fields = { client_assertion_type: assertionType, client_assertion: assertion };
  expect(readClientProof(undefined, sent(fields))).toEqual({
    kind: "private_key_jwt",
    clientId: "app",
    assertion,
  });
});

test.each<[string, string | undefined, Record<string, string>]>([
  ["nothing", undefined, {}],
  ["a secret in the body", undefined, { client_id: "app", client_secret: "s" }],
  ["two ways at once", basic("app:s"), { client_assertion: "a", client_assertion_type: assertionType }],
  ["two names", basic("app:s"), { client_id: "other" }],
  ["an assertion of another kind", undefined, { client_assertion: "a", client_assertion_type: "saml" }],
  ["a header that is no base64", "Basic !!!", {}],
  ["a header without a secret's colon", basic("app"), {}],
  ["a broken escape", basic("app:%E0%A4%A"), {}],
  ["a bearer token", "Bearer abc", {}],
])("%s is no proof", (_, header, fields) => {
  expect(readClientProof(header, sent(fields))).toBeNull();
});
