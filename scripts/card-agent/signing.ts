import { cardPinState, cardSignedText, type CardPinState } from "../../server/agencies/card-sign-in.ts";
import { makeCardKey, type CardAuthority, type CardKey } from "./authority.ts";
import type { Card } from "./cards.ts";

/** What a card answers when it is asked to sign. */
export type Signed =
  | { readonly ok: true; readonly certificate: string; readonly signature: string }
  | { readonly ok: false; readonly pin: CardPinState };

/**
 * The part of a card that proves its owner: a key behind the 4-digit PIN. The count of wrong PINs lives on the card; a
 * right PIN starts it over until the third wrong one, after which no PIN is taken any more, and wrong ones still count
 * to the fifth. Kept for as long as the agent runs.
 */
export class CardSigning {
  readonly #authority: CardAuthority;
  readonly #now: () => Date;
  readonly #wrong = new Map<string, number>();
  readonly #keys = new Map<string, CardKey>();

  constructor(authority: CardAuthority, now: () => Date) {
    this.#authority = authority;
    this.#now = now;
  }

  get authorityCertificate(): string {
    return this.#authority.certificate;
  }

  /** How many wrong PINs in a row, and what they mean. */
  stateOf({ pid, pin }: Card): { readonly wrong: number; readonly state: CardPinState } {
    const wrong = this.#wrong.get(pid) ?? 0;
    return { wrong, state: pin === null ? "none" : cardPinState(wrong) };
  }

  /** Signs a nonce for the page of that origin, behind the PIN. */
  sign(card: Card, pin: string, origin: string, nonce: string): Signed {
    const { wrong, state } = this.stateOf(card);
    if (state === "none" || state === "card_needed") return { ok: false, pin: state };
    if (pin !== card.pin) this.#wrong.set(card.pid, wrong + 1);
    if (pin !== card.pin || state !== "ready") return { ok: false, pin: this.stateOf(card).state };
    this.#wrong.delete(card.pid);
    const key = this.#keyOf(card);
    const signature = key.sign(cardSignedText(origin, nonce));
    return { ok: true, certificate: key.certificate, signature };
  }

  /** A registration office gives a new PIN (the same, for the demo): helps unless a new card is needed. */
  giveNewPin(card: Card): void {
    if (this.stateOf(card).state === "reset_needed") this.#wrong.delete(card.pid);
  }

  /** The office makes a new card, with a key of its own. */
  makeNewCard({ pid }: Card): void {
    this.#wrong.delete(pid);
    this.#keys.delete(pid);
  }

  #keyOf(card: Card): CardKey {
    const key = this.#keys.get(card.pid) ?? makeCardKey(this.#authority, card, this.#now());
    this.#keys.set(card.pid, key);
    return key;
  }
}
