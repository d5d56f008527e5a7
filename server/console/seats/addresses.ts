/** Where the head's pages of seats live. */
export const seatsHome = "/console/seats";

/** Every written order of the agency. */
export const ordersHome = `${seatsHome}/orders`;

/** One seat of the agency. */
export function seatAddress(seatId: string): string {
  return `${seatsHome}/${seatId}`;
}

/** One time in a seat; its page asks what is to be done. */
export function holdingAddress(holdingId: string, what: "withdraw" | "end" | "keep" | "link"): string {
  return `${seatsHome}/holdings/${holdingId}/${what}`;
}

/** One written order. */
export function orderAddress(orderId: string): string {
  return `${ordersHome}/${orderId}`;
}

/** The wizard that names somebody, begun at a seat, a part or an order. */
export function namingAddress(begun: {
  readonly seat?: string;
  readonly part?: string;
  readonly order?: string;
}): string {
  const query = new URLSearchParams(begun).toString();
  return `${seatsHome}/name${query === "" ? "" : `?${query}`}`;
}
