/** A citizen's session lives so long from signing in, whatever is done in it. */
export const sessionLifeSeconds = 12 * 60 * 60;
/** An unlocked session falls back to signed in after so long without use. */
export const unlockedIdleSeconds = 15 * 60;
/** The last use is written at most this often. */
export const useWrittenEverySeconds = 60;
/** A session in the console: one working day. */
export const staffSessionLifeSeconds = 12 * 60 * 60;
/** After the password, the second step is waited for so long. */
export const halfStaffSessionSeconds = 10 * 60;
/** A console session that nobody used for so long is over: an unattended counter. */
export const staffIdleSeconds = 60 * 60;
