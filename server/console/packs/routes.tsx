import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { formView } from "../../http/form-page/form-view.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { bringPack, seeImport } from "../../petitions/actions/bring-pack.ts";
import { exportPack } from "../../petitions/actions/export-pack.ts";
import { seeMadeService, seeServices } from "../../petitions/actions/see-services.ts";
import { takePack, type TakePackInput } from "../../petitions/actions/take-pack.ts";
import { packDifference } from "../../petitions/pack-difference.ts";
import { packLimits, type PackSeal } from "../../petitions/pack-file.ts";
import { servicePacks } from "../../petitions/packs/index.ts";
import type { ServicePack } from "../../petitions/service-pack.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { serviceAddress } from "../services/addresses.ts";
import { GalleryPage } from "./gallery-page.tsx";
import { PackPage } from "./pack-page.tsx";

/** Service packs (N18): those that come with the product, those that towns send each other, and our own to send. */
export const packPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");

packPages.get("/packs", mayMake, (c) => gallery(c, []));

packPages.post("/packs", mayMake, async (c) => {
  const file = (await readForm(c)).file("file");
  const words = pageContext(c).words.services.packs.refusal;
  if (file === null) return gallery(c, [{ field: "file", sentence: words.pack_file_none() }]);
  if (file.size > packLimits.bytes) return gallery(c, [{ field: "file", sentence: words.pack_large() }]);
  const brought = await bringPack(c.var.ports, staffOf(c), { text: await file.text() });
  if (brought.ok) return c.redirect(`/console/packs/imports/${brought.value.importId}`, 303);
  return gallery(c, [{ field: "file", sentence: sayRefusal(words, brought.refusal) }]);
});

packPages.get("/packs/imports/:importId", mayMake, (c) => broughtPage(c, []));

packPages.post("/packs/imports/:importId", mayMake, async (c) => {
  const importId = c.req.param("importId");
  const kept = await seeImport(c.var.ports, staffOf(c), { importId });
  if (!kept.ok) return notFoundPage(c);
  const taken = await take(c, { importId });
  return taken instanceof Response ? taken : broughtPage(c, taken);
});

packPages.get("/packs/:pack", mayMake, (c) => builtInPage(c, []));

packPages.post("/packs/:pack", mayMake, async (c) => {
  const slug = c.req.param("pack");
  if (!servicePacks.some((one) => one.slug === slug)) return notFoundPage(c);
  const taken = await take(c, { slug });
  return taken instanceof Response ? taken : builtInPage(c, taken);
});

packPages.get("/services/:serviceId/pack", mayMake, async (c) => {
  const written = await exportPack(c.var.ports, staffOf(c), { serviceId: c.req.param("serviceId") });
  if (!written.ok) return notFoundPage(c);
  const { slug, text } = written.value;
  c.header("content-disposition", `attachment; filename="${slug}.pratu-pack.json"`);
  c.header("content-type", "application/json; charset=utf-8");
  return c.body(text);
});

/** Takes a pack in and leads on, or says why not. */
async function take(c: AppContext, from: TakePackInput["from"]): Promise<Response | readonly SummaryItem[]> {
  const { text } = await readForm(c);
  const requestKey = readRequestKey(c.var.ports.random, text(requestKeyField));
  const as = text("as") === "draft" ? "draft" : "service";
  const input = { from, as, signerAccepted: text("accepted") === "1", requestKey } as const;
  const taken = await takePack(c.var.ports, staffOf(c), input);
  if (taken.ok) return c.redirect(`${serviceAddress(taken.value.serviceId, "versions")}?done=taken`, 303);
  const { kind } = taken.refusal;
  const sentence = pageContext(c).words.services.packs.refusal[kind]();
  return [kind === "signer_not_accepted" ? { field: "accepted", sentence } : { sentence }];
}

async function broughtPage(c: AppContext, faults: readonly SummaryItem[]) {
  const importId = c.req.param("importId") ?? "";
  const kept = await seeImport(c.var.ports, staffOf(c), { importId });
  if (!kept.ok) return notFoundPage(c);
  const action = `/console/packs/imports/${importId}`;
  return packPage(c, { ...kept.value, isBuiltIn: false, action }, faults);
}

function builtInPage(c: AppContext, faults: readonly SummaryItem[]) {
  const pack = servicePacks.find(({ slug }) => slug === c.req.param("pack"));
  if (!pack) return notFoundPage(c);
  return packPage(c, { pack, seal: null, isBuiltIn: true, action: `/console/packs/${pack.slug}` }, faults);
}

interface Shown {
  readonly pack: ServicePack;
  readonly seal: PackSeal | null;
  readonly isBuiltIn: boolean;
  readonly action: string;
}

async function packPage(c: AppContext, shown: Shown, faults: readonly SummaryItem[]) {
  const page = pageContext(c);
  const { ports } = c.var;
  const { definition, slug, category } = shown.pack;
  const { services, categories } = await seeServices(ports, staffOf(c));
  const same = services.find((one) => one.slug === slug);
  const old = same ? await seeMadeService(ports, staffOf(c), { serviceId: same.id }) : null;
  const there =
    same && old?.ok
      ? { name: same.name, difference: packDifference(old.value.definition, definition) }
      : null;
  const now = ports.clock.now();
  const view = await formView(ports.gazetteer, { page, form: definition.form, answers: {}, now });
  return sendPage(
    c,
    <PackPage
      {...shown}
      page={page}
      staff={sessionOf(c)}
      view={view}
      now={now}
      there={there}
      hasCategory={categories.some(({ nameTh }) => nameTh === category.th)}
      requestKey={newRequestKey(ports.random)}
      faults={faults}
    />,
    { status: faults.length > 0 ? 422 : 200 },
  );
}

async function gallery(c: AppContext, faults: readonly SummaryItem[]) {
  const { services } = await seeServices(c.var.ports, staffOf(c));
  const slugs = new Set(services.map(({ slug }) => slug));
  const props = { page: pageContext(c), staff: sessionOf(c), slugs, faults };
  return sendPage(c, <GalleryPage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}
