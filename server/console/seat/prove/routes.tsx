import { Hono } from "hono";
import { beginProofByApp, seeProof, seeProvenBy } from "../../../credentials/actions/begin-proof-way.ts";
import { returnFromApp } from "../../../credentials/actions/return-from-app.ts";
import { seeOwnProof } from "../../../credentials/actions/show-proof.ts";
import { provePath } from "../../../credentials/proof.ts";
import type { SeatSession } from "../../../credentials/seat-session.ts";
import { proofers, type Proofer } from "../../../credentials/token-registration.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { notFoundPage } from "../../../http/fault.tsx";
import { onOwnHost, ownOrigin } from "../../../http/own-host.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { signInAllowed } from "../../../http/sign-in-limit.ts";
import { AppDownPage, ProofGonePage, ProvenPage, ProvePage } from "./prove-page.tsx";

/** Step 2 on the phone: the computer's QR, the way to the app, and back; nobody is signed in here. */
export const provePages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;

provePages.get("/prove/return", async (c) => {
  if (!(await signInAllowed(c))) return gone(c, "many");
  const query = (name: string) => c.req.query(name)?.slice(0, 4_000) ?? null;
  const returned = await returnFromApp(c.var.ports, gate, {
    state: query("state") ?? "",
    code: query("code"),
    error: query("error"),
    redirectUri: returnUri(c),
  });
  if (!returned.ok) return gone(c, "gone");
  const { token, outcome } = returned.value;
  if (outcome !== "down") return c.redirect(provePath(token), 303);
  return sendPage(c, <AppDownPage page={pageContext(c)} token={token} />, { status: 503 });
});

/** The link of the QR says how it stands as often as it is opened: to choose an app, why not yet, or done. */
provePages.get("/prove/:token", async (c) => {
  const token = c.req.param("token");
  const seen = await seeProof(c.var.ports, gate, token);
  if (!seen.ok) {
    const provenBy = await seeProvenBy(c.var.ports, gate, token);
    return provenBy === null ? gone(c, "gone") : proven(c, provenBy);
  }
  const isHere = sessionHere(c)?.userCode === seen.value.userCode;
  return sendPage(c, <ProvePage page={pageContext(c)} token={token} proof={seen.value} isHere={isHere} />);
});

/** A link, not a form: what a form posts may not end on another site (our content security policy). */
provePages.get("/prove/:token/:proofer", async (c) => {
  const proofer = proofers.find((each) => each === c.req.param("proofer"));
  if (!proofer) return notFoundPage(c);
  if (!(await signInAllowed(c))) return gone(c, "many");
  const input = { token: c.req.param("token"), proofer, redirectUri: returnUri(c) };
  const begun = await beginProofByApp(c.var.ports, gate, input);
  if (begun.ok) return c.redirect(onOwnHost(c, begun.value.url), 302);
  return gone(c, begun.refusal.kind === "proof_gone" ? "gone" : "down");
});

/** Compared to the letter with the one registered: the public address, and in a demo each phone's own. */
function returnUri(c: AppContext): string {
  return `${ownOrigin(c)}/seat/prove/return`;
}

/** Who registers in this very browser: they need no computer beside it (N14). */
function sessionHere(c: AppContext): SeatSession | null {
  return c.var.seat ?? c.var.halfSeat;
}

function proven(c: AppContext, proofer: Proofer): Promise<Response> {
  const isHere = sessionHere(c) !== null;
  return sendPage(c, <ProvenPage page={pageContext(c)} proofer={proofer} isHere={isHere} />);
}

/** A way that is over: whoever registers in this browser and did prove themselves is told so. */
async function gone(c: AppContext, why: "gone" | "down" | "many"): Promise<Response> {
  const session = why === "gone" ? sessionHere(c) : null;
  const own = session && (await seeOwnProof(c.var.ports, gate, session.holdingId));
  if (own?.provenBy) return proven(c, own.provenBy);
  const status = { gone: 410, down: 503, many: 429 } as const;
  return sendPage(c, <ProofGonePage page={pageContext(c)} why={why} />, { status: status[why] });
}
