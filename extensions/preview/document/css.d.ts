/** A style sheet as text; the admin's build puts it there. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
