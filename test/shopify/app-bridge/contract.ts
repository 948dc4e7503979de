/** The first message of an app's page to the admin around it; it carries the port for everything else. */
export const CONNECT = "app-bridge:connect";

export interface NavItem {
  readonly path: string;
  readonly label: string;
}

export interface BarAction {
  readonly id: string;
  readonly label: string;
  readonly critical: boolean;
  readonly disabled: boolean;
  readonly loading: boolean;
}

export interface TitleBar {
  readonly title: string;
  readonly breadcrumb: BarAction | null;
  readonly primary: BarAction | null;
  readonly secondary: readonly BarAction[];
}

export interface SaveBar {
  readonly saving: boolean;
  readonly saveDisabled: boolean;
  readonly discardDisabled: boolean;
  readonly discardConfirmation: boolean;
}

export interface ToastContent {
  readonly id: string;
  readonly message: string;
  readonly duration: number;
  readonly isError: boolean;
  readonly action: string | null;
}

export interface PickerRequest {
  readonly type: "product" | "variant" | "collection";
  readonly action: "add" | "select";
  /** Most resources that can be chosen; Infinity has no JSON, so null stands for no limit. */
  readonly limit: number | null;
  readonly query: string;
  readonly filter: { readonly hidden: boolean; readonly variants: boolean; readonly draft: boolean; readonly archived: boolean; readonly query: string };
  readonly selectionIds: readonly { readonly id: string; readonly variants: readonly string[] | null }[];
}

export interface AppUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly accountAccess: string;
}

export interface GrantedScopes {
  readonly granted: string[];
  readonly required: string[];
  readonly optional: string[];
}

/** What the admin does for the app's page. */
export interface FrameApi {
  idToken(): Promise<string>;
  pathChanged(path: string): void;
  setNav(items: readonly NavItem[]): void;
  setTitleBar(bar: TitleBar | null): void;
  setSaveBar(bar: SaveBar | null): void;
  /** Asks whether unsaved changes may be lost; true at once when there are none. */
  confirmLeave(): Promise<boolean>;
  showToast(toast: ToastContent): void;
  hideToast(id: string): void;
  setLoading(isLoading: boolean): void;
  /** Resources in the shape of App Bridge's resource picker, undefined when the dialog was cancelled. */
  pickResources(request: PickerRequest): Promise<unknown[] | undefined>;
  openTop(url: string): void;
  user(): Promise<AppUser>;
  grantedScopes(): Promise<GrantedScopes>;
  /** Asks staff for optional scopes; false when they decline. */
  requestScopes(scopes: readonly string[]): Promise<boolean>;
}

/** What the app's page does for the admin. */
export interface AppApi {
  navigate(path: string): void;
  titleBarAction(id: string): void;
  saveBarAction(kind: "save" | "discard"): void;
  toastAction(id: string): void;
  toastDismissed(id: string): void;
}

/** Parameters that the admin adds to an app's address and that never show in the admin's own. */
export const EMBED_PARAMETERS = ["hmac", "locale", "protocol", "session", "id_token", "shop", "timestamp", "host", "embedded", "appLoadId"] as const;

/** An app's path, query and fragment without what the admin added to it. */
export function ownPath(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of EMBED_PARAMETERS) query.delete(name);
  const search = query.toString();
  return `${url.pathname}${search === "" ? "" : `?${search}`}${url.hash}`;
}
