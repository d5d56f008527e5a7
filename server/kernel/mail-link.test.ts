import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMailLinkToken, mailLinkToken } from "./mail-link.ts";

const mac = (message: string | Uint8Array) => createHmac("sha256", "key").update(message).digest();
const otherMac = (message: string | Uint8Array) => createHmac("sha256", "other").update(message).digest();
const ids = fc.uuid({ version: 7 });

test("a token leads back to its link, and fits into a path", () => {
  fc.assert(
    fc.property(ids, (id) => {
      const token = mailLinkToken(mac, id);
      expect(token).toMatch(/^[A-Za-z0-9_-]{75}$/);
      expect(readMailLinkToken(mac, token)).toBe(id);
    }),
  );
});

test("a token with any letter changed, cut or added is nobody's", () => {
  fc.assert(
    fc.property(ids, fc.nat(74), fc.constantFrom(..."abc012XYZ-_ก"), (id, at, letter) => {
      const token = mailLinkToken(mac, id);
      const changed = token.slice(0, at) + letter + token.slice(at + 1);
      expect(readMailLinkToken(mac, changed)).toBe(changed === token ? id : null);
      expect(readMailLinkToken(mac, token.slice(0, at))).toBeNull();
      expect(readMailLinkToken(mac, token + letter)).toBeNull();
    }),
  );
});

test("a token of one link does not open another, nor one of another key any", () => {
  fc.assert(
    fc.property(ids, ids, (id, other) => {
      const mixed = other.replaceAll("-", "") + mailLinkToken(mac, id).slice(32);
      expect(readMailLinkToken(mac, mixed)).toBe(id === other ? id : null);
      expect(readMailLinkToken(mac, mailLinkToken(otherMac, id))).toBeNull();
    }),
  );
});
