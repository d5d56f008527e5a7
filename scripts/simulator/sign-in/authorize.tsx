import { readFile } from "node:fs/promises";
import type { ApiContext } from "../api/answer.ts";
import { openPhone } from "../world/phones.ts";
import type { Phone } from "../world/state.ts";
import type { World } from "../world/world.ts";
import type { AuthorizeRequest, Grants } from "./grants.ts";

/**
 * LINE Login's page: whose LINE is it, and may the site know? `login_as=phone2` in the address answers yes for that
 * phone's user, `login_as=nobody` is the cancel link.
 */
export function authorize(world: World, grants: Grants, context: ApiContext): Response | Promise<Response> {
  const request = readRequest(world, context);
  if ("refused" in request) return context.html(document(<Refused reason={request.refused} />), 400);
  const choice = context.req.query("login_as");
  if (choice === undefined) return choose(world, context);
  const phone = choice === "nobody" ? null : openPhone(world, choice);
  const back = new URL(request.redirectUri);
  if (phone) back.searchParams.set("code", grants.issueCode(phone, request, world.now()));
  else {
    back.searchParams.set("error", "access_denied");
    back.searchParams.set("error_description", "The resource owner denied the request.");
  }
  back.searchParams.set("state", request.state);
  return context.redirect(back.toString(), 302);
}

function readRequest(world: World, context: ApiContext): AuthorizeRequest | { refused: string } {
  const query = (name: string) => context.req.query(name);
  const redirectUri = query("redirect_uri") ?? "";
  const state = query("state");
  if (query("response_type") !== "code") return { refused: "response_type must be code" };
  if (query("client_id") !== world.options.login.id)
    return { refused: "client_id is not a channel of this platform" };
  if (!URL.canParse(redirectUri)) return { refused: "redirect_uri is missing or broken" };
  if (!state) return { refused: "state is missing" };
  if (!query("scope")?.split(" ").includes("openid")) return { refused: "scope must hold openid" };
  const challenge = query("code_challenge") ?? null;
  if (challenge !== null && query("code_challenge_method") !== "S256") {
    return { refused: "code_challenge_method must be S256" };
  }
  return { redirectUri, state, nonce: query("nonce") ?? null, challenge };
}

/** The page's style sheet, beside the page because the style must not be inline. */
export async function loginStyle(context: ApiContext): Promise<Response> {
  const css = await readFile(new URL("./login.css", import.meta.url), "utf8");
  return context.body(css, 200, { "content-type": "text/css; charset=utf-8" });
}

const fonts = "../../../node_modules/@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped";

/** The page's typeface: nothing may hang on the fonts of whoever runs the demo. */
export async function loginFont(context: ApiContext, subset: "thai" | "latin"): Promise<Response> {
  const font = await readFile(new URL(`${fonts}-${subset}-400-normal.woff2`, import.meta.url));
  return context.body(new Uint8Array(font), 200, {
    "content-type": "font/woff2",
    "cache-control": "max-age=604800",
  });
}

function choose(world: World, context: ApiContext): Response | Promise<Response> {
  openPhone(world, "phone1");
  const links = world.state.phones.map((phone) => ({ phone, href: withChoice(context, phone.name) }));
  context.header(
    "content-security-policy",
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'",
  );
  const page = (
    <Page title="เข้าสู่ระบบด้วย LINE">
      <h1>เข้าสู่ระบบด้วย LINE</h1>
      <p>{world.options.botName} ขอทราบชื่อและรหัสผู้ใช้ LINE ของคุณ</p>
      <p class="quiet">เลือกว่าคุณคือใคร แล้วถือว่าอนุญาต</p>
      <ul>
        {links.map(({ phone, href }) => (
          <Choice phone={phone} href={href} />
        ))}
      </ul>
      <a class="cancel" href={withChoice(context, "nobody")}>
        ยกเลิก
      </a>
    </Page>
  );
  return context.html(document(page));
}

function document(page: { toString(): string }): string {
  return `<!doctype html>${page.toString()}`;
}

function withChoice(context: ApiContext, choice: string): string {
  const url = new URL(context.req.url);
  url.searchParams.set("login_as", choice);
  return url.pathname + url.search;
}

function Choice({ phone, href }: { phone: Phone; href: string }) {
  return (
    <li>
      <a href={href}>
        <span class="face">{phone.displayName.slice(0, 1)}</span>
        <span>
          <b>{phone.displayName}</b>
          <small>เครื่องที่ {phone.number}</small>
        </span>
      </a>
    </li>
  );
}

function Refused({ reason }: { reason: string }) {
  return (
    <Page title="400 Bad Request">
      <h1>400 Bad Request</h1>
      <p>{reason}</p>
    </Page>
  );
}

function Page({ title, children }: { title: string; children?: unknown }) {
  return (
    <html lang="th">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/oauth2/v2.1/authorize/login.css" />
      </head>
      <body>
        <main>
          <p class="brand">LINE จำลอง</p>
          {children}
        </main>
      </body>
    </html>
  );
}
