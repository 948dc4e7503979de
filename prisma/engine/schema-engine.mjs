// Runs the TypeScript of this folder on any Node from 20 on.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./main.ts");
await main(process.argv.slice(2));
