interface HtmlFrameProps {
  title: string;
  /** Of our own making; nothing in it runs. */
  html: string;
  /** Pixels. */
  height: number;
}

/** A document beside what makes it, cut off from the page around it. */
export function HtmlFrame({ title, html, height }: HtmlFrameProps) {
  return <iframe className="encore-preview preview-box" title={title} srcDoc={html} sandbox="" style={{ width: "100%", height }} />;
}
