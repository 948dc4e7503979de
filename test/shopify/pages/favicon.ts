/** The icon of every page of the local Shopify: a parcel with its ribbon. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f4a3d"/><path d="M7 13h18v11a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2z" fill="#fffdf9"/><path d="M6 9h20v4H6z" fill="#e9d9b6"/><path d="M14.5 9h3v17h-3z" fill="#c8553d"/></svg>`;
