import { startAppFrame } from "./admin-frame/app-frame";

const menuButton = document.querySelector<HTMLButtonElement>(".menu-button");
menuButton?.addEventListener("click", () => {
  const open = menuButton.getAttribute("aria-expanded") !== "true";
  menuButton.setAttribute("aria-expanded", String(open));
  document.getElementById("menu")?.classList.toggle("open", open);
});

const state = document.getElementById("frame-state")?.textContent;
if (state) startAppFrame(JSON.parse(state));
