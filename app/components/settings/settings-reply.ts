/** What the settings page's action answers; the page words it. */
export type SettingsReply = { result: "saved" | "importStarted" | "setupShown" | "checking" | "invalid" };
