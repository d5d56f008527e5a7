import { createMiddleware } from "hono/factory";
import type { AppContext, AppEnv } from "../server/http/env.ts";
import { ButtonLink } from "../server/http/page/button.tsx";
import { DoorMark } from "../server/http/page/door-mark.tsx";
import { Layout } from "../server/http/page/layout.tsx";
import { pageContext, sendPage } from "../server/http/send-page.ts";
import { safeNext } from "./next.ts";
import { WithoutScript } from "./without-script.tsx";

/**
 * The door of the citizen's pages: whoever comes without a session gets the entry page at the same address, which
 * signs in and loads the page again. Anything posted without a session is answered by the way back to the page it came
 * from, where that is one of ours, else to the first page.
 */
export const entryUnlessSignedIn = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.session) return next();
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return c.redirect(pageBefore(c), 303);
  return entryPage(c);
});

/** The page a form was sent from, by path and query alone: no other site can be led to. */
function pageBefore(c: AppContext): string {
  const came = URL.parse(c.req.header("referer") ?? "");
  return safeNext(came === null ? undefined : `${came.pathname}${came.search}`);
}

/** Says that it is opening, loads the sign-in script, and has the way on when that does not work. */
function entryPage(c: AppContext) {
  const { site } = c.var;
  const page = pageContext(c);
  const words = page.words.signIn;
  const script = site.signInScript ? { scriptUrls: [site.signInScript] } : { scripts: ["sign-in-line.js"] };
  return sendPage(
    c,
    <Layout
      page={page}
      title={words.title}
      data={{ "data-liff-id": site.liffId, "data-entry": "waiting" }}
      {...script}
    >
      <div class="entry">
        <DoorMark openness={0.5} size={96} />
        <h1 class="visually-hidden">{words.title}</h1>
        <p class="entry-words" role="status">
          <span class="entry-waiting">{words.opening}</span>
          <span class="entry-browser">{words.browser}</span>
          <span class="entry-failed">{words.failed}</span>
        </p>
        <WithoutScript page={page} />
        <div class="entry-way">
          <p class="entry-slow">{words.slow}</p>
          <div class="entry-again">
            <ButtonLink kind="primary" href={page.path}>
              {words.again}
            </ButtonLink>
          </div>
          <div class="entry-ways">
            <ButtonLink kind="line" href={`/liff/browser?next=${encodeURIComponent(page.path)}`}>
              {words.goOn}
            </ButtonLink>
            <ButtonLink href={`/liff/password?next=${encodeURIComponent(page.path)}`}>
              {words.byPassword}
            </ButtonLink>
          </div>
          <ButtonLink href={`/liff/join?next=${encodeURIComponent(page.path)}`}>{words.join}</ButtonLink>
        </div>
      </div>
    </Layout>,
    { needs: { liff: true } },
  );
}
