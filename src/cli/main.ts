#!/usr/bin/env node
import { COMMANDS } from './commands.ts';
import { describeError } from './describe-error.ts';
import { runCommand } from './run-command.ts';
import { listenForStop } from './stop-signal.ts';
import { openTerminal } from './terminal.ts';
import { explainWriteFailure } from './write-problem.ts';

const terminal = openTerminal();

process.on('uncaughtException', (error) => {
  const { text, exitCode } = describeError(error);
  terminal.say(text);
  process.exit(exitCode);
});

// `variorum report … | head` closes the pipe when it has enough: nobody is left to print for.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw explainWriteFailure(error, 'The result could not be written');
  });
}

process.exitCode = await runCommand(process.argv.slice(2), COMMANDS, { terminal, listenForStop });
