import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { makeService } from "../../petitions/actions/make-service.ts";
import { seeServices } from "../../petitions/actions/see-services.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { serviceAddress } from "./addresses.ts";
import { ServicesPage } from "./list-page.tsx";
import { NewServicePage, type TypedService } from "./new-page.tsx";

/** Every service of the agency, and making one. */
export const serviceListPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");

serviceListPages.get("/services", mayMake, async (c) => {
  const page = pageContext(c);
  const seen = await seeServices(c.var.ports, staffOf(c));
  const told = c.req.query("done") === "dropped" ? page.words.services.rules.versions.dropped : null;
  return sendPage(c, <ServicesPage page={page} staff={sessionOf(c)} seen={seen} told={told} />);
});

serviceListPages.get("/services/new", mayMake, (c) =>
  newService(c, { nameTh: "", nameEn: "", categoryId: "", unitId: "", copyOf: "" }, []),
);

serviceListPages.post("/services/new", mayMake, async (c) => {
  const { text } = await readForm(c);
  const typed = {
    nameTh: text("nameTh"),
    nameEn: text("nameEn"),
    categoryId: text("categoryId"),
    unitId: text("unitId"),
    copyOf: text("copyOf"),
  };
  const requestKey = readRequestKey(c.var.ports.random, text(requestKeyField));
  const made = await makeService(c.var.ports, staffOf(c), { ...typed, requestKey });
  if (made.ok) return c.redirect(serviceAddress(made.value.serviceId, "form"), 303);
  const { kind } = made.refusal;
  const field = {
    name_empty: "nameTh",
    category_missing: "categoryId",
    unit_missing: "unitId",
    service_missing: "copyOf",
  }[kind];
  const sentence = pageContext(c).words.services.newPage.refusal[kind]();
  return newService(c, typed, [{ field, sentence }]);
});

async function newService(c: AppContext, typed: TypedService, faults: readonly SummaryItem[]) {
  const requestKey = newRequestKey(c.var.ports.random);
  const seen = await seeServices(c.var.ports, staffOf(c));
  const props = { page: pageContext(c), staff: sessionOf(c), seen, typed, requestKey, faults };
  return sendPage(c, <NewServicePage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}
