import { randomBytes } from "node:crypto";
import { Hono, type Context } from "hono";
import { getCookie } from "hono/cookie";
import { cookieName, giveCookie, say, sendPage, sendStyle, sendTypeface } from "./answers.tsx";
import { duties, reasonAgainst } from "./duties.ts";
import { DeskPage, WelcomePage } from "./pages.tsx";
import { makeDoor, type PortalDoor, type PortalPrompt, type PortalSettings } from "./relying-party.ts";
import { memory, type Away, type Sitting } from "./signed-in.ts";

interface Portal {
  readonly door: PortalDoor;
  readonly origin: string;
  readonly sittings: ReturnType<typeof memory<Sitting>>;
  readonly ways: ReturnType<typeof memory<Away>>;
  readonly now: () => Date;
}

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

/** The demo's treasury: another body's system, which knows people only by what Pratu tells of them. */
export function treasuryPortal(settings: PortalSettings, now: () => Date = () => new Date()): Hono {
  const { origin } = settings;
  const [sittings, ways] = [memory<Sitting>(), memory<Away>()];
  const portal: Portal = { origin, now, sittings, ways, door: makeDoor(settings) };
  const app = new Hono();
  app.use(async (c, next) => {
    const isSafe = c.req.method === "GET" || c.req.method === "HEAD";
    if (!isSafe && c.req.header("origin") !== origin) return c.text("Forbidden", 403);
    await next();
    c.header("content-security-policy", policy);
    c.header("x-content-type-options", "nosniff");
    return undefined;
  });
  app.onError((_error, c) => say(c, "down", 503));
  app.get("/style.css", sendStyle);
  for (const weight of ["400", "600"] as const)
    app.get(`/sarabun-${weight}.ttf`, (c) => sendTypeface(c, weight));
  app.get("/", (c) => showDesk(portal, c));
  app.get("/sign-in", (c) => goToPratu(portal, c, c.req.query("anew") === "1" ? "login" : null));
  app.get("/callback", (c) => comeBack(portal, c));
  app.post("/duties/:key", (c) => doDuty(portal, c, c.req.param("key")));
  app.post("/sign-out", (c) => leave(portal, c));
  app.get("/signed-out", (c) => say(c, "out", 200));
  return app;
}

/** An access token is over after minutes; whether its person still is signed in, Pratu says without asking them. */
async function showDesk(portal: Portal, c: Context): Promise<Response> {
  const sitting = await sittingOf(portal, c);
  if (sitting === "none") return sendPage(c, <WelcomePage />, 200);
  if (sitting === "over") return goToPratu(portal, c, "none");
  const did = duties.find(({ key }) => key === c.req.query("did"));
  if (!did || sitting.done.length === 0) return sendPage(c, <DeskPage sitting={sitting} />, 200);
  const told = { title: `ทำรายการแล้ว: ${did.name}`, body: "บันทึกไว้ในรายการด้านล่าง (จำลอง)" };
  return sendPage(c, <DeskPage sitting={sitting} told={{ tone: "done", ...told }} />, 200);
}

/** Who sits here, asked of Pratu at every request: whoever is out there is out here with the next click. */
async function sittingOf({ door, sittings }: Portal, c: Context): Promise<Sitting | "none" | "over"> {
  const sitting = sittings.get(getCookie(c, cookieName) ?? "");
  if (!sitting) return "none";
  const official = await door.look(sitting);
  return official ? { ...sitting, official } : "over";
}

async function goToPratu({ door, ways }: Portal, c: Context, prompt: PortalPrompt): Promise<Response> {
  const { away, to } = await door.begin(prompt);
  const cookie = getCookie(c, cookieName) ?? freshCookie();
  ways.put(cookie, away);
  giveCookie(c, cookie);
  return c.redirect(to, 303);
}

async function comeBack({ door, origin, ways, sittings }: Portal, c: Context): Promise<Response> {
  const before = getCookie(c, cookieName) ?? "";
  const away = ways.take(before);
  if (!away) return say(c, "lost", 400);
  const answer = new URL(`/callback${new URL(c.req.url).search}`, origin);
  const returned = await door.finish(away, answer).catch(() => null);
  const old = sittings.take(before);
  if (!returned) return say(c, "lost", 400);
  if (returned.kind === "refused") return away.silent ? say(c, "ended", 401) : say(c, "denied", 403);
  const { sitting } = returned;
  const isSame = old?.official.userCode === sitting.official.userCode;
  const cookie = freshCookie();
  sittings.put(cookie, { ...sitting, done: isSame ? old.done : [] });
  giveCookie(c, cookie);
  return c.redirect("/", 303);
}

async function doDuty(portal: Portal, c: Context, key: string): Promise<Response> {
  const duty = duties.find((each) => each.key === key);
  const sitting = await sittingOf(portal, c);
  if (sitting === "none" || sitting === "over") return say(c, "ended", 401);
  if (!duty) return c.notFound();
  const reason = reasonAgainst(duty, sitting.official.right);
  if (reason !== null) {
    const told = { title: `ทำไม่ได้: ${duty.name}`, body: `${reason} ยังไม่มีอะไรถูกบันทึก` };
    return sendPage(c, <DeskPage sitting={sitting} told={{ tone: "refused", ...told }} />, 403);
  }
  sitting.done.push({ at: portal.now(), what: duty.name });
  return c.redirect(`/?did=${duty.key}`, 303);
}

async function leave({ door, sittings }: Portal, c: Context): Promise<Response> {
  const sitting = sittings.take(getCookie(c, cookieName) ?? "");
  giveCookie(c, "");
  return c.redirect(sitting ? await door.signOutUrl(sitting) : "/signed-out", 303);
}

function freshCookie(): string {
  return randomBytes(32).toString("base64url");
}
