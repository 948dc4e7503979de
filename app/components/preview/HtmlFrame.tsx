interface PreviewFrameProps {
  title: string;
  /** Of our own making; nothing in it runs. */
  html: string;
  /** Pixels. */
  height: number;
}

/** A document beside what makes it, cut off from the page around it. */
export function PreviewFrame({ title, html, height }: PreviewFrameProps) {
  return <iframe className="encore-preview" title={title} srcDoc={html} sandbox="" style={{ width: "100%", height, border: "1px solid var(--p-color-border)", borderRadius: "var(--p-border-radius-200)", background: "#fff" }} />;
}
