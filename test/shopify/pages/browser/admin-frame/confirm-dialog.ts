import { button, element, say } from "./page";

let asked = 0;

/** Asks a question whose yes cannot be undone; true for yes, false for no, Escape or closing. */
export function confirmDialog(question: string, explanation: string, yes: string, no: string): Promise<boolean> {
  asked += 1;
  const dialog = element("dialog", "dialog small");
  const title = element("h2", "dialog-title", say(question));
  title.id = `confirm-${asked}`;
  dialog.setAttribute("aria-labelledby", title.id);
  const actions = element("div", "dialog-actions");
  const close = (answer: string) => dialog.close(answer);
  actions.append(button(say(no), "", () => close("no")), button(say(yes), "critical", () => close("yes")));
  dialog.append(title, element("p", "dialog-text", say(explanation)), actions);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
