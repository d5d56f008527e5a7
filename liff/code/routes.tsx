import { Hono } from "hono";
import { ConfirmPanel } from "../../server/http/page/confirm-panel.tsx";
import { CodeDisplay } from "../../server/http/page/code-display.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { cancelCode } from "../../server/visits/actions/cancel-code.ts";
import { seeCode } from "../../server/visits/actions/see-code.ts";
import { nameIn } from "../../server/visits/names.ts";
import { formatServiceCode } from "../../server/visits/service-code.ts";
import { citizenOf, requireChecked, requireUnlocked } from "../gates.ts";
import { RefusalPage } from "../scan/refusal-page.tsx";
import { CodePage } from "./code-page.tsx";
import { cancelPath, codePath } from "./code-row.tsx";

/** A code, and cancelling it (C4.3, C4.6). `?for=` names the delegation under which it is seen. */
export const codePages = new Hono<AppEnv>();

codePages.use("/code/*", requireUnlocked, requireChecked);

codePages.get("/code/:id", async (c) => {
  const seen = await seeCode(c.var.ports, citizenOf(c), askedFor(c));
  if (!seen.ok) return notFoundPage(c);
  const isJustCancelled = c.req.query("cancelled") === "1";
  return sendPage(c, <CodePage page={pageContext(c)} view={seen.value} isJustCancelled={isJustCancelled} />);
});

codePages.get("/code/:id/cancel", async (c) => {
  const { codeId, delegationId } = askedFor(c);
  const seen = await seeCode(c.var.ports, citizenOf(c), { codeId, delegationId });
  if (!seen.ok) return notFoundPage(c);
  const { code, mayCancel } = seen.value;
  const path = codePath(codeId, delegationId);
  if (!mayCancel) return c.redirect(path, 303);
  const page = pageContext(c);
  const words = page.words.visits.code;
  return sendPage(
    c,
    <Layout page={page} title={words.cancelTitle} back={path}>
      <ConfirmPanel
        title={words.cancelTitle}
        action={cancelPath(codeId, delegationId)}
        yes={words.cancelYes}
        no={words.cancelNo}
        noHref={path}
      >
        <p>{words.cancelBody}</p>
        <CodeDisplay page={page} groups={formatServiceCode(code.code).split(" ")}>
          <p class="code-until">{nameIn(code.facility, page.language)}</p>
        </CodeDisplay>
      </ConfirmPanel>
    </Layout>,
  );
});

codePages.post("/code/:id/cancel", async (c) => {
  const { codeId, delegationId } = askedFor(c);
  const cancelled = await cancelCode(c.var.ports, citizenOf(c), { codeId, delegationId });
  const path = codePath(codeId, delegationId);
  if (cancelled.ok) return c.redirect(`${path}${delegationId ? "&" : "?"}cancelled=1`, 303);
  const { refusal } = cancelled;
  if (refusal.kind === "code_not_found") return notFoundPage(c);
  if (refusal.status === "cancelled") return c.redirect(path, 303);
  return sendPage(
    c,
    <RefusalPage page={pageContext(c)} refusal={refusal} delegationId={delegationId} back={path} />,
    { status: 422 },
  );
});

function askedFor(c: AppContext): { readonly codeId: string; readonly delegationId: string | null } {
  return { codeId: c.req.param("id") ?? "", delegationId: c.req.query("for") ?? null };
}
