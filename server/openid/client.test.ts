import { expect, test } from "vitest";
import { seatRights } from "../credentials/seat.ts";
import { readClientForm, type ClientForm } from "./client.ts";

const form: ClientForm = {
  id: "treasury-portal",
  nameTh: "ระบบการคลัง",
  nameEn: "Treasury",
  auth: "client_secret_basic",
  keys: [],
  redirectUris: ["https://treasury.example/callback"],
  postLogoutUris: ["https://treasury.example/"],
  rights: [],
};

test("a registration without rights is open to seats of every right", () => {
  expect(readClientForm(form, false)).toMatchObject({ ok: true, value: { rights: seatRights } });
});

test.each<[string, Partial<ClientForm>, string]>([
  ["an id with spaces", { id: "treasury portal" }, "client_id_shape"],
  ["no English name", { nameEn: " " }, "client_name_missing"],
  ["a secret in the body", { auth: "client_secret_post" }, "client_auth_unknown"],
  ["a proof by key without a key", { auth: "private_key_jwt" }, "client_keys_missing"],
  ["no address", { redirectUris: [] }, "redirect_uri_missing"],
  ["http", { redirectUris: ["http://treasury.example/callback"] }, "redirect_uri_shape"],
  ["http to this machine", { redirectUris: ["http://localhost:3000/callback"] }, "redirect_uri_shape"],
  ["a fragment", { redirectUris: ["https://treasury.example/#"] }, "redirect_uri_shape"],
  ["a user name", { redirectUris: ["https://a@treasury.example/"] }, "redirect_uri_shape"],
  ["a script", { redirectUris: ["javascript:alert(1)"] }, "redirect_uri_shape"],
  [
    "an address browsers write otherwise",
    { redirectUris: ["https://treasury.example"] },
    "redirect_uri_shape",
  ],
  ["http after signing out", { postLogoutUris: ["http://treasury.example/"] }, "redirect_uri_shape"],
  ["a right no seat has", { rights: ["recorder", "emperor"] }, "client_rights_unknown"],
])("a registration with %s is refused", (_, change, kind) => {
  expect(readClientForm({ ...form, ...change }, false)).toEqual({ ok: false, refusal: { kind } });
});

test("a demo takes http to this machine, and to no other", () => {
  const at = (uri: string) => readClientForm({ ...form, redirectUris: [uri] }, true).ok;
  expect(at("http://treasury.localhost:8797/callback")).toBe(true);
  expect(at("http://127.0.0.1:8797/callback")).toBe(true);
  expect(at("http://treasury.example/callback")).toBe(false);
  expect(at("http://localhost.evil.example/callback")).toBe(false);
});
