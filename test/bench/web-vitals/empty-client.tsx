import "@shopify/polaris/build/esm/styles.css";
import { hydrateRoot } from "react-dom/client";
import { EmptyPage } from "./EmptyPage";

const root = document.querySelector("#root");
if (root) hydrateRoot(root, <EmptyPage />);
