import * as v from "valibot";
import { wording } from "../forms/form-schema.ts";
import { parseBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { readDefinition } from "./definition-schema.ts";
import { slugShape } from "./local-setting.ts";
import { exampleLimits } from "./pack-example.ts";
import { packFormat, type ServicePack } from "./service-pack.ts";

/** Every place that is wrong in a pack, by its path or field. */
export interface PackRefusal {
  readonly kind: "pack_wrong";
  readonly faults: readonly string[];
}

const named = v.strictObject({
  th: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
  en: v.nullable(v.pipe(v.string(), v.maxLength(200))),
});
const shape = v.strictObject({
  format: v.literal(packFormat),
  slug: v.pipe(v.string(), v.regex(slugShape)),
  category: named,
  unit: v.nullable(named),
  notes: wording,
  definition: v.unknown(),
  examples: v.pipe(
    v.array(
      v.strictObject({
        title: wording,
        answers: v.record(v.string(), v.unknown()),
        wrong: v.pipe(v.array(v.string()), v.maxLength(200)),
        day: v.exactOptional(v.custom<BangkokDay>(isDay)),
      }),
    ),
    v.maxLength(exampleLimits.count),
  ),
});

/** Reads a pack that came from outside: its own shape, then its definition. Refuses with every place that is wrong. */
export function readPack(sent: unknown): Result<ServicePack, PackRefusal> {
  const read = v.safeParse(shape, sent);
  if (!read.success) {
    const paths = read.issues.map(({ path }) => path?.map(({ key }) => String(key)).join(".") ?? "pack");
    return refuse({ kind: "pack_wrong", faults: [...new Set(paths)] });
  }
  const definition = readDefinition(read.output.definition);
  if (definition.ok) return ok({ ...read.output, definition: definition.value });
  const { refusal } = definition;
  if ("paths" in refusal) return refuse({ kind: "pack_wrong", faults: refusal.paths });
  if ("faults" in refusal)
    return refuse({ kind: "pack_wrong", faults: refusal.faults.map(({ path, kind }) => `${path} ${kind}`) });
  return refuse({ kind: "pack_wrong", faults: [refusal.kind] });
}

function isDay(sent: unknown): boolean {
  return typeof sent === "string" && parseBangkokDay(sent).ok;
}
