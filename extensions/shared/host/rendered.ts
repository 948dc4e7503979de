import type { Host } from "./host";

/** Calls back once, as soon as Shopify has the extension on the screen: it may be prepared long before that. */
export function onceRendered(host: Pick<Host, "extension">, then: () => void): void {
  const { rendered } = host.extension;
  let isDone = false;
  const follow = (isRendered: boolean) => {
    if (!isRendered || isDone) return;
    isDone = true;
    then();
  };
  follow(rendered.value);
  if (!isDone) rendered.subscribe(follow);
}
