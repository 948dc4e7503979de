/** Fetches what a print action points to, as the admin does: with a session token, from the admin's own origin. */
export async function showPrint(src: string): Promise<void> {
  const preview = document.getElementById("print-preview");
  const button = document.getElementById("print");
  const stateText = document.getElementById("print-state")?.textContent;
  if (!(preview instanceof HTMLIFrameElement) || !(button instanceof HTMLButtonElement) || !stateText) return;
  button.disabled = true;
  if (src === "") return;
  const { appUrl, tokenUrl }: { appUrl: string; tokenUrl: string } = JSON.parse(stateText);
  const { token }: { token: string } = await (await fetch(tokenUrl)).json();
  const url = new URL(src, `${appUrl}/`);
  const own = url.origin === new URL(appUrl).origin;
  const response = await fetch(url, own ? { headers: { Authorization: `Bearer ${token}` } } : {});
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
  preview.srcdoc = await response.text();
  preview.dataset["shown"] = src;
  button.disabled = false;
  button.onclick = () => preview.contentWindow?.print();
}
