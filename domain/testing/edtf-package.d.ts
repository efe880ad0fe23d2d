/** The package has no types of its own; this is what the tests use of it. Bounds are milliseconds since 1970. */
declare module "edtf" {
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
