/** When an agency is open, by Bangkok's clock: weekdays as ISO numbers (1 Monday), minutes from midnight. */
export interface OfficeHours {
  readonly weekdays: readonly number[];
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** Monday to Friday, 08:30 to 16:30: what most agencies keep; each may change its own. */
export const usualOfficeHours: OfficeHours = {
  weekdays: [1, 2, 3, 4, 5],
  opensMinute: 8 * 60 + 30,
  closesMinute: 16 * 60 + 30,
};
