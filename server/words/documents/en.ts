import type { Shape } from "../shape.ts";
import type { documentsTh } from "./th.ts";

/** What stands on paper, in English. */
export const documentsEn: Shape<typeof documentsTh> = {
  poster: {
    title: "QR for a service code",
    scan: "Scan for your service code",
    steps: ["Open LINE or your camera", "Point it at this QR", "Show the code at the counter"],
    typed: "or type this number in LINE",
    foot: (number, serviceType, hcode) => `QR number ${number} · service ${serviceType} · facility ${hcode}`,
  },
  slips: {
    title: "Spare paper slips",
    number: (number) => `Slip ${number}`,
    lines: ["Citizen ID", "Name", "Mobile phone", "Day and time", "Service"],
    later:
      "When the network is back, enter this slip under “Spare paper slips” within 7 days. A code is used once.",
  },
};
