import { Hono } from "hono";
import { encode } from "uqr";
import { renewProof, seeOwnProof } from "../../../credentials/actions/show-proof.ts";
import { provePath } from "../../../credentials/proof.ts";
import type { AppEnv } from "../../../http/env.ts";
import { sendPage } from "../../../http/send-page.ts";
import { enteredSeatOf, requireHalfSeat } from "../gates.ts";
import { isOnPhone } from "../on-phone.ts";
import { ownPageAt } from "./own.ts";
import { ProofPage } from "./proof-page.tsx";

/** Step 2 on the computer: the QR, and whether the phone is done. */
export const registerProofPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;

registerProofPages.get("/register/proof", requireHalfSeat, async (c) => {
  const shown = await ownPageAt(c, ["identified", "proven", "refused"]);
  if (shown instanceof Response) return shown;
  const { ports, site } = c.var;
  const proof = await seeOwnProof(ports, gate, shown.seat.holdingId);
  const modules =
    proof.token === null
      ? null
      : encode(new URL(provePath(proof.token), site.publicUrl).href, { ecc: "M", border: 0 }).data;
  const asked = c.req.query("asked") === "1";
  const seen = { proof, modules, asked, isOnPhone: isOnPhone(c) };
  return sendPage(c, <ProofPage {...shown} {...seen} />);
});

/** For the script that waits; the page says the same without it. */
registerProofPages.get("/register/proof/state", requireHalfSeat, async (c) => {
  const proof = await seeOwnProof(c.var.ports, gate, enteredSeatOf(c).holdingId);
  return c.json({ state: proof.outcome ?? "waiting" });
});

registerProofPages.post("/register/proof", requireHalfSeat, async (c) => {
  await renewProof(c.var.ports, gate, enteredSeatOf(c).holdingId);
  return c.redirect("/seat/register/proof", 303);
});
