import eslint from '@eslint/js'
import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { localApiStatesAccess } from './tools/eslint/local-api-states-access.mjs'

const testFiles = ['**/*.test.{ts,tsx,mjs}', 'tests/**', '**/testing.ts', 'bench/**']

export default defineConfig(
  globalIgnores([
    '.next/',
    '.data/',
    'coverage/',
    'media/',
    'tests/output/',
    'next-env.d.ts',
    // Written by generators.
    'src/payload-types.ts',
    'src/payload-generated-schema.ts',
    'src/app/(payload)/admin/importMap.js',
    'migrations/index.ts',
    'migrations/*.json',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-implicit-coercion': ['error', { boolean: false }],
      'object-shorthand': 'error',

      // The code base says `type`; only module augmentation (in .d.ts files) needs interfaces.
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      // `async` turns a throw into a rejection, and hooks must be async whether they wait or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return answer(…)` is how an early return reads, whatever it gives.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // One of the values of a hook's `operation` is deprecated, and with it the whole parameter.
      '@typescript-eslint/no-deprecated': ['error', { allow: ['operation'] }],
      // Payload's types promise more than its local requests have (searchParams, headers, file).
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Would ask for the `!` that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Node's and Payload's types name classes where any object of that shape will do.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `a || b` is right for strings, where empty counts as absent.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      // React event handlers may be async; a handler's promise is nobody's value.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },

  {
    files: ['**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
  },

  {
    files: ['src/**', 'payload.config.ts'],
    ignores: testFiles,
    plugins: { sehat: { rules: { 'local-api-states-access': localApiStatesAccess } } },
    rules: {
      'sehat/local-api-states-access': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**', 'payload.config.ts'],
    ignores: ['src/env.ts', ...testFiles],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment in src/env.ts.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env'],
            message: 'Read the environment in src/env.ts.',
          })),
        },
      ],
    },
  },
  {
    // The server and Next's bundle each load a plugin: what a module remembers, the other never sees.
    files: ['src/plugins/**'],
    ignores: testFiles,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Program', 'Program > ExportNamedDeclaration'].flatMap((top) => [
          {
            selector: `${top} > VariableDeclaration[kind="let"]`,
            message: 'No module-level state in plugins: the server and Next each load them.',
          },
          {
            selector: `${top} > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]`,
            message: 'No module-level state in plugins: the server and Next each load them.',
          },
        ]),
      ],
    },
  },

  {
    // Answers of the HTTP API are `any` there, and a test that meets undefined should simply fail.
    files: testFiles,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Payload writes unused arguments into each migration's signature.
    files: ['migrations/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    // Plain JavaScript has no types to be strict about; its promises still must not float.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true },
      globals: {
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },

  prettier,
)
