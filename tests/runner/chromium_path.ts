import bundledChromium from '@sparticuz/chromium'

/**
 * The browser of the tests: the one that CHROMIUM_PATH names, or else the one from npm, which
 * unpacks itself on first use.
 */
export async function chromiumPath() {
  return process.env.CHROMIUM_PATH ?? (await bundledChromium.executablePath())
}
