import type { Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import {
  reportLoss,
  type LostPhoneInput,
  type LostPhoneRefusal,
  type LostPhoneReporter,
} from "../desk/report-loss.ts";
import type { KeptLostPhone } from "../store/lost-phone.ts";

export type { KeptLostPhone } from "../store/lost-phone.ts";

/** A lost phone reported by staff of the agency or the central office, or by the holder who gave their password. */
export function reportLostPhone(
  ports: Ports,
  reporter: Exclude<LostPhoneReporter, { readonly kind: "colleague" }>,
  input: LostPhoneInput,
): Promise<Result<KeptLostPhone, LostPhoneRefusal>> {
  return reportLoss(ports, reporter, input);
}
