import { renderToString } from "react-dom/server";
import { EmptyPage } from "./EmptyPage";

export const html = renderToString(<EmptyPage />);
