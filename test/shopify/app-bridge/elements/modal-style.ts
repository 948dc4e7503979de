/** Looks of a ui-modal's dialog; only its own parts are named, so that the app's styles reach the content. */
export const MODAL_STYLE = `
.ab-modal { border: 0; border-radius: 16px; padding: 0; width: min(620px, calc(100vw - 32px)); max-height: calc(100dvh - 48px); color: #303030; background: #fff; box-shadow: 0 20px 60px rgb(0 0 0 / 30%); font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow: hidden; }
.ab-modal[open] { display: flex; flex-direction: column; }
.ab-modal[data-variant="small"] { width: min(380px, calc(100vw - 32px)); }
.ab-modal[data-variant="large"] { width: min(980px, calc(100vw - 32px)); }
.ab-modal[data-variant="max"] { width: calc(100vw - 32px); height: calc(100dvh - 48px); }
.ab-modal::backdrop { background: rgb(0 0 0 / 50%); }
.ab-modal > header { display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 12px 16px; background: #f3f3f3; }
.ab-modal > header h2 { margin: 0; font-size: 15px; font-weight: 650; }
.ab-modal > header button { border: 0; background: none; font-size: 22px; line-height: 1; width: 36px; height: 36px; border-radius: 8px; cursor: pointer; color: #4a4a4a; }
.ab-modal > header button:hover { background: #e3e3e3; }
.ab-modal-content { overflow: auto; min-height: 40px; flex: 1; }
.ab-modal-content > iframe { display: block; border: 0; width: 100%; min-height: 60vh; }
.ab-modal > footer { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; padding: 12px 16px; border-top: 1px solid #e3e3e3; }
.ab-modal > footer[hidden] { display: none; }
.ab-modal > footer button { min-height: 36px; padding: 0 14px; border: 1px solid #8a8a8a; border-radius: 8px; background: #fff; font: inherit; font-weight: 600; cursor: pointer; }
.ab-modal > footer button[data-variant="primary"] { background: #303030; border-color: #303030; color: #fff; }
.ab-modal > footer button[data-critical="true"] { background: #c70a24; border-color: #c70a24; color: #fff; }
.ab-modal > footer button:disabled { opacity: .5; cursor: not-allowed; }
.ab-modal button:focus-visible { outline: 3px solid #005bd3; outline-offset: 1px; }
`;
