import { extend } from "@shopify/post-purchase-ui-extensions";
import { render } from "./render";
import { shouldRender } from "./should-render";

extend("Checkout::PostPurchase::ShouldRender", shouldRender);
extend("Checkout::PostPurchase::Render", render);
