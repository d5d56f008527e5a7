/** A value as Open311 has them: a text, nothing, things under their names, or a list of things of one name. */
export type Told = string | boolean | null | { readonly [name: string]: Told } | readonly Told[];

/** What a thing of a list is called, by the list's name: XML has no lists. */
const itemNames: Readonly<Record<string, string>> = {
  services: "service",
  service_requests: "request",
  errors: "error",
  endpoints: "endpoint",
  formats: "format",
  attributes: "attribute",
};

/** A document of XML with one root element; every text escaped, what XML cannot hold left out. */
export function xmlOf(root: string, told: Told): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementOf(root, told)}\n`;
}

function elementOf(name: string, told: Told): string {
  if (told === null || told === "") return `<${name}/>`;
  if (typeof told === "string") return `<${name}>${escaped(told)}</${name}>`;
  if (typeof told === "boolean") return `<${name}>${String(told)}</${name}>`;
  if (Array.isArray(told)) {
    const item = itemNames[name] ?? "item";
    return `<${name}>${told.map((one: Told) => elementOf(item, one)).join("")}</${name}>`;
  }
  const parts = Object.entries(told).map(([part, value]) => elementOf(part, value));
  return `<${name}>${parts.join("")}</${name}>`;
}

/** Control characters have no place in XML 1.0, escaped or not. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
