import dart from 'highlight.js/lib/languages/dart'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import elixir from 'highlight.js/lib/languages/elixir'
import erlang from 'highlight.js/lib/languages/erlang'
import haskell from 'highlight.js/lib/languages/haskell'
import hljs from 'highlight.js/lib/common'
import http from 'highlight.js/lib/languages/http'
import nginx from 'highlight.js/lib/languages/nginx'
import nix from 'highlight.js/lib/languages/nix'
import ocaml from 'highlight.js/lib/languages/ocaml'
import powershell from 'highlight.js/lib/languages/powershell'
import protobuf from 'highlight.js/lib/languages/protobuf'
import scala from 'highlight.js/lib/languages/scala'

const FURTHER = {
  dart,
  dockerfile,
  elixir,
  erlang,
  haskell,
  http,
  nginx,
  nix,
  ocaml,
  powershell,
  protobuf,
  scala,
}

for (const [name, language] of Object.entries(FURTHER)) {
  hljs.registerLanguage(name, language)
}

/**
 * The highlighter with the languages that it knows: the forty most common ones and the ones above.
 */
export { hljs as highlighter }
