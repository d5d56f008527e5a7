import { Hono } from "hono";
import { signInToSeat } from "../../../credentials/actions/sign-in-to-seat.ts";
import { signOutOfSeat } from "../../../credentials/actions/sign-out-of-seat.ts";
import { seatParts, type SeatPart } from "../../../credentials/holding.ts";
import { parseUserCode, userCodeLength } from "../../../credentials/user-code.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm } from "../../../http/form.ts";
import { rememberBrowser, triedFrom } from "../../../http/known-browser.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { endThisSeatSession, startHalfSeatSession } from "../../../http/seat-session.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { seatHasSignedIn, seatMaySignIn } from "../../../http/sign-in-limit.ts";
import { nameIn } from "../../../visits/names.ts";
import { waitingSystem } from "../challenge/relying-party.ts";
import { seatNextPath, seatSignInPath } from "../gates.ts";
import { keepSeatWanted, ownWanted, seatWanted } from "../wanted.ts";
import { SeatSignInPage, seatTellings, type SeatSignInProps } from "./sign-in-page.tsx";

/** The way in to a seat, up to the phone, and the way out. */
export const seatSignInPages = new Hono<AppEnv>();

seatSignInPages.get("/sign-in", (c) => {
  const next = c.req.query("next");
  keepSeatWanted(c, next);
  if (c.var.seat || c.var.halfSeat) return c.redirect(seatNextPath, 303);
  const told = seatTellings.find((each) => each === c.req.query("told")) ?? null;
  const shown = { userCode: "", part: "holder", told } as const;
  return showSignIn(c, shown, ownWanted(next ?? "") ?? seatWanted(c));
});

seatSignInPages.post("/sign-in", async (c) => {
  const form = await readForm(c);
  const typed = { userCode: form.text("userCode").slice(0, 40), part: partIn(form.text("part")) };
  const words = pageContext(c).words.credentials.signIn;
  const password = form.text("password");
  const missing = missingIn(c, typed.userCode, password);
  if (missing.length > 0) return shownAgain(c, typed, missing, 422);
  const from = triedFrom(c, typed);
  if (!(await seatMaySignIn(c, typed.userCode, from))) return refused(c, typed, words.tooMany, 429);
  const entered = await signInToSeat(c.var.ports, { kind: "gate" }, { ...typed, from, password });
  if (!entered.ok) return refused(c, typed, words.refused, 422);
  await seatHasSignedIn(c, typed.userCode, from);
  rememberBrowser(c, typed);
  await startHalfSeatSession(c, entered.value);
  return c.redirect(seatNextPath, 303);
});

seatSignInPages.post("/sign-out", async (c) => {
  const session = c.var.seat ?? c.var.halfSeat;
  if (session) await signOutOfSeat(c.var.ports, { kind: "gate" }, { session });
  await endThisSeatSession(c);
  return c.redirect(`${seatSignInPath}?told=signed_out`, 303);
});

function partIn(text: string): SeatPart {
  return seatParts.find((part) => part === text) ?? "holder";
}

interface Typed {
  readonly userCode: string;
  readonly part: SeatPart;
}

/** What nobody could come in with is told at its field, before anything is tried. */
function missingIn(c: AppContext, userCode: string, password: string): readonly SummaryItem[] {
  const words = pageContext(c).words.credentials.signIn;
  const code = parseUserCode(userCode);
  const count = [...userCode.replace(/[\s-]/g, "")].length;
  const shape = count === userCodeLength ? words.codeShape : words.codeLength(userCodeLength, count);
  return [
    ...(code.ok ? [] : [{ field: "userCode", sentence: count === 0 ? words.codeEmpty : shape }]),
    ...(password === "" ? [{ field: "password", sentence: words.passwordEmpty }] : []),
  ];
}

function refused(c: AppContext, typed: Typed, sentence: string, status: 422 | 429): Promise<Response> {
  return shownAgain(c, typed, [{ field: "userCode", sentence }], status);
}

function shownAgain(
  c: AppContext,
  typed: Typed,
  faults: readonly SummaryItem[],
  status: 422 | 429,
): Promise<Response> {
  return showSignIn(c, { ...typed, faults }, seatWanted(c), status);
}

/** The page, with the name of the system that asked, so that nobody types a password for one they did not come from. */
async function showSignIn(
  c: AppContext,
  shown: Omit<SeatSignInProps, "page" | "system">,
  wanted: string | null,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const page = pageContext(c);
  const asking = await waitingSystem(c, wanted);
  const system = asking && nameIn(asking, page.language);
  return sendPage(c, <SeatSignInPage page={page} {...shown} system={system} />, { status });
}
