// Says where a .bicep file cannot be parsed: "file:line:column what", a line each. Exit code 1 where there is any.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

let wrong = 0;
for (const file of process.argv.slice(2)) {
  const look = (node) => {
    if (node.isError || node.isMissing) {
      wrong++;
      console.log(`${file}:${node.startPosition.row + 1}:${node.startPosition.column + 1} ${node.isMissing ? `missing ${node.type}` : `cannot be read: ${node.text.slice(0, 60).split('\n')[0]}`}`);
    } else if (node.hasError) {
      node.children.forEach(look);
    }
  };
  look(parser.parse(readFileSync(file, 'utf8')).rootNode);
}
process.exit(wrong ? 1 : 0);
