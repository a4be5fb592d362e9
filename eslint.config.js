import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The house: each domain may import itself and what stands before it in this list (see ARCHITECTURE.md). */
const floors = [
  'platform',
  'accounts',
  'groups',
  'webhooks',
  'papers',
  'queue',
  'ballots',
  'meetings',
  'suggestions',
  'notes',
  'cycle',
  'works',
  'data',
  'collab'
];

/** Files of a domain that other domains may import; everything else in the folder is private to it. */
const doors = (/** @type {string} */ domain) => [
  `#${domain}/${domain}.ts`,
  `#${domain}/${domain}.server.ts`,
  `#${domain}/schema.ts`
];

const sideDoors = ['#papers/feed.server.ts', '#papers/looking.server.ts', '#notes/log.server.ts'];

const domains = floors.filter((floor) => floor !== 'platform' && floor !== 'collab');

/** @param {string} domain @param {number} height @returns {import('eslint').Linter.Config} */
function houseRule(domain, height) {
  const above = floors.slice(height + 1).map((name) => `#${name}/*`);
  const privateRooms = domains
    .filter((name) => name !== domain)
    .flatMap((name) => [`#${name}/*`, ...doors(name).map((door) => `!${door}`)])
    .concat(sideDoors.map((door) => `!${door}`));
  return {
    files: [`src/${domain}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: [...above, '#routes/*'], message: 'Imports go down the house, never up.' },
            ...(privateRooms.length > 0
              ? [{ group: privateRooms, message: 'That file is private to its domain.' }]
              : [])
          ]
        }
      ]
    }
  };
}

export default ts.config(
  { ignores: ['.svelte-kit/', 'build/', 'data/', 'drizzle/', 'static/', 'test-results/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
  },
  {
    files: ['test/**/*.server.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'AssignmentExpression[left.object.object.name=process][left.object.property.name=env]',
          'CallExpression[callee.object.name=Object][callee.property.name=assign][arguments.0.property.name=env]'
        ].map((selector) => ({
          selector,
          message:
            'The files of a process share its settings: useSettings gives a file its own, and puts them back.'
        }))
      ]
    }
  },
  ...floors.map(houseRule)
);
