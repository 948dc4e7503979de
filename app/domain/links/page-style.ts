/** For a page in any theme's layout: the theme's own type and buttons, sizes that hold while pictures load. */
export const pageStyle = `<style>
.encore-page { max-width: 44rem; margin-inline: auto; padding: 2rem 1rem; }
.encore-page h1 { margin-block: 0 1.5rem; }
.encore-page form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-block: 1rem; }
.encore-page button, .encore-page select, .encore-page input:not([type=hidden]) { min-height: 2.75rem; box-sizing: border-box; padding-inline: .75rem; }
.encore-page input[type=number] { width: 5rem; }
.encore-list { display: grid; gap: 1.5rem; margin: 0; padding: 0; list-style: none; }
.encore-list li { display: grid; grid-template-columns: clamp(5rem, 22vw, 12rem) minmax(0, 1fr); gap: 1rem; }
.encore-list h2 { margin: 0; font-size: 1.1em; }
.encore-picture { aspect-ratio: 1; background: rgb(127 127 127 / 10%); }
.encore-picture img { display: block; width: 100%; height: 100%; object-fit: contain; }
.encore-reason { margin: .25rem 0 0; font-size: .9em; }
.encore-code code { font-size: 1.4em; overflow-wrap: anywhere; }
.encore-quiet { margin-top: 3rem; font-size: .9em; }
.encore-quiet h2 { font-size: 1em; }
.encore-page .encore-quiet button { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-decoration: underline; cursor: pointer; }
.encore-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
</style>`;
