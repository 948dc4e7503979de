import type { Shop } from "../../store/model";
import type { Html } from "../html";
import { html, jsonScript } from "../html";
import type { Language } from "../languages";
import { adminPage } from "./admin-page";

/** What the script of the admin's shell has to know of the app in its frame. */
export interface FrameState {
  /** Path of the app in the admin, no slash at the end. */
  readonly basePath: string;
  readonly adminPath: string;
  readonly appOrigin: string;
  readonly dataPath: string;
  readonly appName: string;
  readonly currency: string;
}

/** The app in its frame, with the title bar, toasts and dialogs that the admin draws for it. */
export function appPage(shop: Shop, state: FrameState, frameUrl: string, language: Language): Html {
  return adminPage(
    { shop, section: "app", title: state.appName, language },
    html`<div id="title-bar" class="title-bar">
      <button type="button" id="breadcrumb" class="breadcrumb" hidden></button>
      <h1 id="title">${state.appName}</h1>
      <div id="title-actions" class="title-actions"></div>
    </div>
    <div id="loading" class="loading" hidden></div>
    <iframe id="app" src="${frameUrl}" title="${state.appName}" allow="clipboard-write"></iframe>
    <div id="toasts" class="toasts" role="status" aria-live="polite"></div>
    ${jsonScript("frame-state", state)}`,
  );
}
