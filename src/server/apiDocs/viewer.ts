/** Where the API reference is served. */
export const API_DOCS_PATH = '/api-docs'

/** The page: no inline script, and nothing from another host. */
export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API · Sehat</title>
    <link rel="icon" type="image/png" href="${API_DOCS_PATH}/favicon-32x32.png">
    <link rel="stylesheet" href="${API_DOCS_PATH}/swagger-ui.css">
  </head>
  <body>
    <div id="reference"></div>
    <noscript><a href="${API_DOCS_PATH}/openapi.json">openapi.json</a></noscript>
    <script src="${API_DOCS_PATH}/swagger-ui-bundle.js"></script>
    <script src="${API_DOCS_PATH}/start.js"></script>
  </body>
</html>
`

/** Starts Swagger UI. Without \`validatorUrl: null\` it would ask a foreign host about our document. */
export const SCRIPT = `'use strict'

window.SwaggerUIBundle({
  url: '${API_DOCS_PATH}/openapi.json',
  domNode: document.getElementById('reference'),
  deepLinking: true,
  docExpansion: 'none',
  displayRequestDuration: true,
  filter: true,
  validatorUrl: null,
})
`
