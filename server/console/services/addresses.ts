/** Where services are made. */
export const home = "/console/services";

/** The pages of a service, in the order of its tabs. */
export const serviceTabs = ["about", "form", "rules", "documents", "try", "versions"] as const;
export type ServiceTab = (typeof serviceTabs)[number];

/** The address of one page of a service. */
export function serviceAddress(serviceId: string, tab: ServiceTab = "about"): string {
  return tab === "about" ? `${home}/${serviceId}` : `${home}/${serviceId}/${tab}`;
}
