import type { Sms, SmsAnswer } from "../ports.ts";

/**
 * Several gateways as one: the first that takes a message sends it. The next is asked when one surely did not take it;
 * never after `unknown`, for then the message may be on its way, and nobody is told twice. When none took it, it may be
 * tried again as long as one of them said so; else the first one's refusal stands.
 */
export function smsInTurn(gateways: readonly Sms[]): Sms {
  return {
    available: gateways.some(({ available }) => available),
    send: async (phone, text) => {
      const refusals: SmsAnswer[] = [];
      for (const gateway of gateways) {
        const answer = await gateway.send(phone, text);
        if (answer.kind === "sent" || answer.kind === "unknown") return answer;
        refusals.push(answer);
      }
      return (
        refusals.find(({ kind }) => kind === "later") ??
        refusals[0] ?? { kind: "refused", message: "no gateway" }
      );
    },
  };
}
