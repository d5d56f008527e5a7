/** WebAssembly that the Worker's bundle compiles beforehand. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
