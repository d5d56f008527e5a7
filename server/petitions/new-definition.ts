import type { Wording } from "../forms/field.ts";
import { usualWatchRules } from "./deadline-watch.ts";
import { definitionFormat, type ServiceDefinition } from "./service-definition.ts";

/** What a service made from nothing begins with: a name, free, fifteen working days, and a form without a question. */
export function newDefinition(name: Wording): ServiceDefinition {
  return {
    format: definitionFormat,
    name,
    summary: { th: "", en: null },
    audience: null,
    documents: [],
    fee: { satang: null, words: null },
    law: [],
    form: { format: 1, fields: [] },
    ends: "decision",
    promised: { days: 15, unit: "working" },
    watch: usualWatchRules,
    assurance: "phone",
    testDays: 0,
    isPlaceBased: false,
    tellsBySms: false,
    templates: [],
  };
}
