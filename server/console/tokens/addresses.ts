/** Where the central office's pages of agencies and seats live. */
export const agenciesHome = "/console/tokens/agencies";

/** One agency and its seats. */
export function agencyAddress(agencyId: string): string {
  return `${agenciesHome}/${agencyId}`;
}

/** The list of an agency's orders, or of the letters made for its people. */
export function agencyPapersAddress(agencyId: string, what: "orders" | "letters"): string {
  return `${agencyAddress(agencyId)}/${what}`;
}

/** One seat that the office issued. */
export function officeSeatAddress(seatId: string): string {
  return `/console/tokens/seats/${seatId}`;
}

/** One sealed letter. */
export function letterAddress(letterId: string): string {
  return `/console/tokens/letters/${letterId}`;
}

/** A written order of an agency whose seats the office issued. */
export function officeOrderAddress(orderId: string): string {
  return `/console/tokens/orders/${orderId}`;
}
