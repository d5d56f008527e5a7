import type { AppContext } from "./env.ts";
import { ButtonLink } from "./page/button.tsx";
import type { PageContext } from "./page/context.ts";
import { Layout } from "./page/layout.tsx";
import { pageContext, sendPage } from "./send-page.ts";

/** Where a form came from whose files were too large: the page that leads back to it, with what was saved of it. */
const forms: readonly (readonly [RegExp, "draft" | "other"])[] = [
  [/^\/liff\/drafts\/[^/]+/, "draft"],
  [/^\/liff\/petitions\/[^/]+\/[^/]+/, "other"],
  [/^\/liff\/id-check/, "other"],
  [/^\/seat\/register\/identity/, "other"],
  [/^\/seat\/requests\/[^/]+/, "other"],
  [/^\/seat/, "other"],
];

/**
 * Answers a body that is larger than the door lets in (413). Whoever sent a form by hand reads what happened, that what was
 * saved before is safe, and what to do; a script, and what sends no form, reads the status alone.
 */
export function tooLargePage(c: AppContext): Response | Promise<Response> {
  const isForm = (c.req.header("content-type") ?? "").startsWith("multipart/form-data");
  if (!isForm || c.req.method !== "POST") return c.text("Too large", 413);
  const page = pageContext(c);
  const isOurs = /^\/(console|seat)(\/|$)/.test(c.req.path);
  const { title } = page.words.page.tooLarge;
  return sendPage(
    c,
    <Layout page={page} title={title} kind={isOurs ? "console" : "citizen"} look={false} wrong>
      {c.req.path.startsWith("/seat") ? (
        <div class="seat-page stack">
          <Said page={page} path={c.req.path} />
        </div>
      ) : (
        <Said page={page} path={c.req.path} />
      )}
    </Layout>,
    { status: 413 },
  );
}

function Said({ page, path }: { readonly page: PageContext; readonly path: string }) {
  const { title, ...words } = page.words.page.tooLarge;
  const isConsole = path.startsWith("/console");
  const [back, kind] = wayBack(path);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{words.what}</p>
      <p>{isConsole ? words.safeConsole : kind === "draft" ? words.safeDraft : words.safe}</p>
      <p>{words.next}</p>
      {isConsole ? null : (
        <ButtonLink href={back} kind="primary">
          {kind === "draft" ? words.backDraft : words.back}
        </ButtonLink>
      )}
    </>
  );
}

function wayBack(path: string): readonly [string, "draft" | "other"] {
  for (const [shape, kind] of forms) {
    const [found] = shape.exec(path) ?? [];
    if (found !== undefined) return [found, kind];
  }
  return ["/liff/home", "other"];
}
