import type { Wording } from "../forms/field.ts";
import type { Names } from "../visits/names.ts";

/** A local government with an e-Service. */
export interface Town extends Names {
  readonly agencyId: string;
  readonly slug: string;
}

/** A category ("หมวด") with its sub-menus and services, as far as there is something in it. */
export interface Menu extends Names {
  readonly id: string;
  readonly services: readonly ListedService[];
  readonly menus: readonly Menu[];
}

export interface ListedService {
  readonly id: string;
  readonly slug: string;
  readonly categoryId: string;
  readonly name: Wording;
  readonly summary: Wording;
}

export interface Category extends Names {
  readonly id: string;
  readonly parentId: string | null;
}

const deepestMenu = 6;

/** The menus of a town, empty ones left out; `categories` and `services` come in their order. */
export function menusOf(
  categories: readonly Category[],
  services: readonly ListedService[],
): readonly Menu[] {
  const under = (parentId: string | null, depth: number): readonly Menu[] =>
    depth > deepestMenu
      ? []
      : categories
          .filter((category) => category.parentId === parentId)
          .map(({ id, nameTh, nameEn }) => ({
            ...{ id, nameTh, nameEn },
            services: services.filter(({ categoryId }) => categoryId === id),
            menus: under(id, depth + 1),
          }))
          .filter((menu) => menu.services.length > 0 || menu.menus.length > 0);
  return under(null, 1);
}

/** What is compared when something is sought: small letters, composed, without blanks. */
export function plainText(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, "");
}

/** The words of what somebody typed, in small letters: Thai sets no blanks between them. */
export function wordsOf(text: string): readonly string[] {
  const words = new Intl.Segmenter("th", { granularity: "word" });
  return [...words.segment(text.normalize("NFC").toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => plainText(segment));
}

/** The services that are named or described with every word of the query, in any order and any language. */
export function servicesFound<Service extends Pick<ListedService, "name" | "summary">>(
  services: readonly Service[],
  query: string,
): readonly Service[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return services.filter(({ name, summary }) => {
    const text = plainText([name.th, name.en, summary.th, summary.en].filter(Boolean).join(" "));
    return words.every((word) => text.includes(word));
  });
}

/** The towns that are named with the query. */
export function townsFound(towns: readonly Town[], query: string): readonly Town[] {
  const sought = plainText(query);
  return towns.filter(({ nameTh, nameEn }) => plainText(`${nameTh} ${nameEn}`).includes(sought));
}
