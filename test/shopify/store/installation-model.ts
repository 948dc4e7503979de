export interface WebhookSubscription {
  id: number;
  /** As in the header: "orders/create". */
  topic: string;
  uri: string;
  filter: string | null;
  includeFields: string[];
  name: string | null;
  /** Subscriptions of the app's configuration are not listed by the API. */
  source: "configuration" | "api";
  createdAt: number;
}

export interface AccessToken {
  token: string;
  kind: "online" | "offline";
  scopes: string[];
  expiresAt: number | null;
  userId: number | null;
  refreshToken: string | null;
}

export interface RefreshToken {
  token: string;
  issuedAt: number;
  expiresAt: number;
  firstUsedAt: number | null;
  /** The token it replaced; retired as soon as this one is used. */
  precededBy: string | null;
  retired: boolean;
}

export interface AppInstallation {
  id: number;
  installedAt: number;
  scopes: string[];
  accessTokens: Map<string, AccessToken>;
  refreshTokens: Map<string, RefreshToken>;
}
