import type { AppContext } from "./env.ts";
import { ButtonLink } from "./page/button.tsx";
import { Layout } from "./page/layout.tsx";
import { pageContext, sendPage } from "./send-page.ts";

/** True for callers who read JSON, not pages. */
function readsJson(c: AppContext): boolean {
  return c.req.path.startsWith("/api/") || c.req.path === "/line/webhook" || c.req.path === "/liff/session";
}

/** No such page: what may have happened and the way back. */
export async function notFoundPage(c: AppContext): Promise<Response> {
  if (readsJson(c)) return c.json({ kind: "not_found" }, 404);
  const page = pageContext(c);
  const words = page.words.page.notFound;
  return sendPage(
    c,
    <Layout page={page} title={words.title} kind={kindOf(c)} look={false}>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <ButtonLink href={homeOf(c)} kind="primary">
        {words.home}
      </ButtonLink>
    </Layout>,
    { status: 404 },
  );
}

/** A fault of ours: logged by its class, said without detail; nothing that was confirmed is lost. */
export async function faultPage(error: Error, c: AppContext): Promise<Response> {
  c.var.ports.log.error("request.failed", error, { id: c.var.requestId });
  if (readsJson(c)) return c.json({ kind: "fault" }, 503);
  const page = pageContext(c);
  const words = page.words.page.fault;
  const again = c.req.method === "GET" ? page.path : homeOf(c);
  return sendPage(
    c,
    <Layout page={page} title={words.title} kind={kindOf(c)} look={false}>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <ButtonLink href={again} kind="primary">
        {words.again}
      </ButtonLink>
    </Layout>,
    { status: 503 },
  );
}

function kindOf(c: AppContext): "citizen" | "console" {
  return c.req.path.startsWith("/console") ? "console" : "citizen";
}

function homeOf(c: AppContext): string {
  return kindOf(c) === "console" ? "/console" : "/liff/home";
}
