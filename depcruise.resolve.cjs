/**
 * How imports find their files: the aliases of package.json end in `.js`, the sources in `.ts`.
 */
module.exports = { resolve: { extensionAlias: { '.js': ['.ts', '.js'] } } }
