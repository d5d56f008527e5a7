import type { PublicJwk } from "../kernel/jwt-port.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { clientAuths, type ClientAuth } from "./client-auth.ts";
import { seatRights, type SeatRight } from "../credentials/seat.ts";

/** A system of others where holders of seats sign in through us: a relying party, as it is registered. */
export interface Client {
  /** The name it calls itself by: `treasury-portal`. */
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly auth: ClientAuth;
  /** SHA-256 of the secret; null: it has none. */
  readonly secretHash: Uint8Array | null;
  /** Public keys of `private_key_jwt`. */
  readonly keys: readonly PublicJwk[];
  /** Where people may be sent back to: compared letter by letter. */
  readonly redirectUris: readonly string[];
  readonly postLogoutUris: readonly string[];
  /** Whose seats may sign in there. */
  readonly rights: readonly SeatRight[];
  readonly endedAt: Date | null;
}

export const clientFormRefusals = [
  "client_id_shape",
  "client_name_missing",
  "client_auth_unknown",
  "client_keys_missing",
  "redirect_uri_missing",
  "redirect_uri_shape",
  "client_rights_unknown",
] as const;
export type ClientFormRefusal = { readonly kind: (typeof clientFormRefusals)[number] };

/** What an administrator gives to register a relying party. */
export interface ClientForm {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly auth: string;
  readonly keys: readonly PublicJwk[];
  readonly redirectUris: readonly string[];
  readonly postLogoutUris: readonly string[];
  /** Empty: all of them. */
  readonly rights: readonly string[];
}

export type ReadClient = Omit<Client, "secretHash" | "endedAt">;

const idShape = /^[a-z][a-z0-9-]{2,58}[a-z0-9]$/;

/**
 * Judges a registration. Refuses an id that is no plain word, a missing name, a way of proof we do not have, keys where
 * none are needed or none where they are, no address at all, an address that is not https (a demo takes http to this
 * machine), and a right that no seat has.
 */
export function readClientForm(form: ClientForm, demo: boolean): Result<ReadClient, ClientFormRefusal> {
  const auth = clientAuths.find((each) => each === form.auth);
  const rights =
    form.rights.length === 0 ? seatRights : seatRights.filter((each) => form.rights.includes(each));
  const uris = [...form.redirectUris, ...form.postLogoutUris];
  const names = { nameTh: form.nameTh.trim(), nameEn: form.nameEn.trim() };
  if (!idShape.test(form.id)) return refuse({ kind: "client_id_shape" });
  if (names.nameTh === "" || names.nameEn === "") return refuse({ kind: "client_name_missing" });
  if (!auth) return refuse({ kind: "client_auth_unknown" });
  if ((auth === "private_key_jwt") !== form.keys.length > 0) return refuse({ kind: "client_keys_missing" });
  if (form.redirectUris.length === 0) return refuse({ kind: "redirect_uri_missing" });
  if (!uris.every((uri) => mayBeSentTo(uri, demo))) return refuse({ kind: "redirect_uri_shape" });
  if (form.rights.length > 0 && rights.length !== new Set(form.rights).size)
    return refuse({ kind: "client_rights_unknown" });
  const { id, keys, redirectUris, postLogoutUris } = form;
  return ok({ id, ...names, auth, keys, redirectUris, postLogoutUris, rights });
}

const longestUri = 500;
const ours = /^(([a-z0-9-]+\.)*localhost|127\.0\.0\.1)$/;

/** True for an address people may be sent to: https, written as browsers write it, no user name, no fragment. */
function mayBeSentTo(text: string, demo: boolean): boolean {
  if (text.length > longestUri || !URL.canParse(text) || text.includes("#")) return false;
  const url = new URL(text);
  const isPlain = url.href === text && url.username === "" && url.password === "";
  return (
    isPlain && (url.protocol === "https:" || (demo && url.protocol === "http:" && ours.test(url.hostname)))
  );
}
